import { type Known, peopleOfShow } from '../episode/describe-people.ts';
import { type Episode, isPublic } from '../episode/episode.ts';
import { nobody, type People } from '../episode/people.ts';
import type { Show, ShowSaid } from '../episode/show.ts';
import { episodeOf } from './episode-of.ts';
import type { Manifest } from './manifest.ts';

/** Everything published, in memory, without the transcripts. Every change raises `generation`. */
export interface Catalogue {
  generation(): number;
  show(): Show;
  setShow(show: ShowSaid): void;
  /** What the show knows about people. */
  known(): Known;
  /** Names are looked up among these from now on. */
  setPeople(people: People): void;
  put(slug: string, manifest: Manifest): void;
  remove(slug: string): void;
  manifest(slug: string): Manifest | undefined;
  /** An episode as its readers are to see it, drafts and scheduled ones too. */
  prepared(slug: string): Episode | undefined;
  /** An episode readers may see now. */
  episode(slug: string): Episode | undefined;
  /** Episodes readers may see now, newest first. */
  episodes(): readonly Episode[];
  /** Every slug, drafts and scheduled ones too. */
  slugs(): string[];
  /** Where a former slug has gone. */
  movedTo(slug: string): string | undefined;
  /** The episode made from a recording with this SHA-256. */
  slugOfRecording(sha256: string): string | undefined;
}

/** What readers may see, as long as no other episode becomes public. */
interface Listed {
  episodes: readonly Episode[];
  bySlug: ReadonlyMap<string, Episode>;
  /** ms since 1970. */
  until: number;
}

export function createCatalogue(
  firstShow: ShowSaid,
  now: () => Date = () => new Date(),
): Catalogue {
  const manifests = new Map<string, Manifest>();
  let said = firstShow;
  let people = nobody;
  const known = () => ({ ofShow: said.people, people });
  let show = withPeople(said, known());
  let prepared = new WeakMap<Manifest, Episode>();
  let generation = 1;
  let listed: Listed | null = null;
  const moved = new Map<string, string>();
  const recordings = new Map<string, string>();

  const changed = () => {
    generation += 1;
    listed = null;
  };
  const knowAnew = () => {
    show = withPeople(said, known());
    prepared = new WeakMap();
    changed();
  };
  const prepare = (slug: string, manifest: Manifest): Episode => {
    const episode = prepared.get(manifest) ?? episodeOf(slug, manifest, known());
    prepared.set(manifest, episode);
    return episode;
  };
  const forget = (slug: string) => {
    const manifest = manifests.get(slug);
    if (manifest === undefined) return;
    manifests.delete(slug);
    if (recordings.get(manifest.recording.sha256) === slug) {
      recordings.delete(manifest.recording.sha256);
    }
    for (const former of manifest.formerSlugs) {
      if (moved.get(former) === slug) moved.delete(former);
    }
  };
  /** The public list; a scheduled episode joins it, and changes pages, at its own minute. */
  const list = (): Listed => {
    const at = now().getTime();
    if (listed !== null && at < listed.until) return listed;
    if (listed !== null) generation += 1;
    const all = Array.from(manifests, ([slug, manifest]) => prepare(slug, manifest));
    const waiting = all
      .filter((episode) => !episode.draft)
      .map((episode) => Date.parse(episode.date))
      .filter((date) => date > at);
    const episodes = all.filter((episode) => isPublic(episode, new Date(at))).sort(newestFirst);
    const bySlug = new Map(episodes.map((episode) => [episode.slug, episode]));
    listed = { episodes, bySlug, until: Math.min(Number.POSITIVE_INFINITY, ...waiting) };
    return listed;
  };

  return {
    generation() {
      list();
      return generation;
    },
    show: () => show,
    setShow(next) {
      said = next;
      knowAnew();
    },
    known,
    setPeople(next) {
      people = next;
      knowAnew();
    },
    put(slug, manifest) {
      forget(slug);
      manifests.set(slug, manifest);
      recordings.set(manifest.recording.sha256, slug);
      for (const former of manifest.formerSlugs) moved.set(former, slug);
      changed();
    },
    remove(slug) {
      forget(slug);
      changed();
    },
    manifest: (slug) => manifests.get(slug),
    prepared(slug) {
      const manifest = manifests.get(slug);
      return manifest && prepare(slug, manifest);
    },
    episode: (slug) => list().bySlug.get(slug),
    episodes: () => list().episodes,
    slugs: () => [...manifests.keys()],
    movedTo: (slug) => (manifests.has(slug) ? undefined : moved.get(slug)),
    slugOfRecording: (sha256) => recordings.get(sha256),
  };
}

function withPeople(said: ShowSaid, known: Known): Show {
  return { ...said, people: peopleOfShow(known) };
}

function newestFirst(one: Episode, other: Episode): number {
  return other.date.localeCompare(one.date) || one.slug.localeCompare(other.slug);
}
