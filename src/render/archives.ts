import type { Episode } from '../episode/episode.ts';
import type { Person } from '../episode/person.ts';
import type { Show } from '../episode/show.ts';
import { paths, segment } from './site.ts';

export const archiveKinds = ['year', 'season', 'tag', 'person'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];

/** Episodes that have something in common. */
export interface Archive {
  kind: ArchiveKind;
  /** What names it in an address. */
  segment: string;
  /** As people write it. */
  heading: string;
  /** Path of its page. */
  path: string;
  /** The person in full, where it is about one. */
  person?: Person;
  /** Newest first; a season of a serial as its episodes are numbered. */
  episodes: Episode[];
}

/** By what names them in an address. */
export type Archives = ReadonlyMap<string, Archive>;

/**
 * Every archive of a kind. Found once for each list of episodes, since the catalogue makes a new list
 * whenever something changes.
 *
 * @param episodes all that are listed, newest first
 */
export function archivesOf(
  kind: ArchiveKind,
  show: Pick<Show, 'seasons' | 'type'>,
  episodes: readonly Episode[],
): Archives {
  const known = found[kind].get(episodes);
  if (known?.show === show) return known.archives;
  const archives = findArchives(kind, episodes);
  if (kind === 'season') arrange(archives.values(), show);
  found[kind].set(episodes, { show, archives });
  return archives;
}

type Found = WeakMap<readonly Episode[], { show: object; archives: Archives }>;

const found: Record<ArchiveKind, Found> = {
  year: new WeakMap(),
  season: new WeakMap(),
  tag: new WeakMap(),
  person: new WeakMap(),
};

function findArchives(kind: ArchiveKind, episodes: readonly Episode[]): Map<string, Archive> {
  const all = new Map<string, Archive>();
  for (const episode of episodes) {
    for (const [at, heading] of namesIn[kind](episode).entries()) {
      const named = segment(heading);
      const archive = all.get(named);
      if (archive === undefined) {
        const person = kind === 'person' ? episode.people[at] : undefined;
        const first = { kind, segment: named, heading, path: pathOf[kind](heading) };
        all.set(named, { ...first, ...(person && { person }), episodes: [episode] });
      } else if (archive.episodes.at(-1) !== episode) {
        archive.episodes.push(episode);
      }
    }
  }
  return all;
}

const namesIn: Record<ArchiveKind, (episode: Episode) => string[]> = {
  year: ({ date }) => [date.slice(0, 4)],
  season: ({ season }) => (season === null ? [] : [String(season)]),
  tag: ({ tags }) => tags,
  person: ({ people }) => people.map(({ name }) => name),
};

const pathOf: Record<ArchiveKind, (name: string) => string> = {
  year: paths.year,
  season: paths.season,
  tag: paths.tag,
  person: paths.person,
};

/** Seasons under their names, those of a serial in the order of its numbers. */
function arrange(archives: Iterable<Archive>, { seasons, type }: Pick<Show, 'seasons' | 'type'>) {
  for (const season of archives) {
    season.heading = seasons[season.segment] ?? `Season ${season.segment}`;
    if (type === 'serial') season.episodes.sort(asNumbered);
  }
}

/** Those without a number come last, the oldest of them first. */
function asNumbered(one: Episode, other: Episode): number {
  const last = Number.MAX_SAFE_INTEGER;
  const numbers = (one.number ?? last) - (other.number ?? last);
  return numbers || Date.parse(one.date) - Date.parse(other.date);
}
