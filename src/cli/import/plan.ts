import { chooseSlug } from '../../import/choose-slug.ts';
import type { FeedEpisode } from '../../import/feed.ts';
import type { Imported } from '../../store/decided.ts';
import { hashOf } from '../../store/hash-file.ts';

/** An episode as the server knows it. */
export interface Here {
  slug: string;
  guid: string;
  /** Of its recording. */
  sha256: string;
  imported: Imported | null;
}

/**
 * `new` is to come; `changed` came once, and the old feed says something else now; `same` came as it is;
 * `own` is here, but not from an import, and is left alone.
 */
export type State = 'new' | 'changed' | 'same' | 'own';

export interface Planned {
  episode: FeedEpisode;
  state: State;
  slug: string;
  /** Changes with all that the feed says about the episode. */
  mark: string;
  here: Here | null;
}

/** What is to be done with each episode of a feed. */
export function plan(episodes: FeedEpisode[], here: Here[]): Planned[] {
  const known = new Map(here.map((one) => [one.guid, one]));
  const taken = new Set(here.map(({ slug }) => slug));
  const linked = new Map<string, number>();
  for (const { link } of episodes) if (link) linked.set(link, (linked.get(link) ?? 0) + 1);
  return episodes.map((episode) => {
    const mark = hashOf(JSON.stringify(episode));
    const found = known.get(episode.guid) ?? null;
    const slug = found?.slug ?? chooseSlug(episode, linked, taken);
    taken.add(slug);
    return { episode, state: stateOf(found, mark), slug, mark, here: found };
  });
}

function stateOf(here: Here | null, mark: string): State {
  if (here === null) return 'new';
  if (here.imported === null) return 'own';
  return here.imported.mark === mark ? 'same' : 'changed';
}
