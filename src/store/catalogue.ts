import { type Known, peopleOfShow } from '../episode/describe-people.ts';
import { type Episode, isPublic } from '../episode/episode.ts';
import { nobody, type People } from '../episode/people.ts';
import { secretSlug, splitSlug } from '../episode/secret-slug.ts';
import type { Show, ShowSaid } from '../episode/show.ts';
import { episodeOf } from './episode-of.ts';
import type { Manifest } from './manifest.ts';
import { isSecretKey, secretKey } from './secret-key.ts';

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
  /** An episode readers may see now: a public one, or any by its secret slug. */
  episode(slug: string): Episode | undefined;
  /** Episodes that are listed now, newest first. */
  episodes(): readonly Episode[];
  /** The slug under which an episode is to be seen now: its own, or a secret one. */
  addressOf(slug: string): string;
  /** Every slug, drafts and scheduled ones too. */
  slugs(): string[];
  /** Where a former slug, or a secret one that is none any more, has gone. */
  movedTo(slug: string): string | undefined;
  /** The episode made from a recording with this SHA-256. */
  slugOfRecording(sha256: string): string | undefined;
  setRemoved(removed: Removed): void;
  /** Whether an episode was public under this slug and has been taken away. */
  isRemoved(slug: string): boolean;
  /** When an episode was last taken back, ISO 8601; null where none was. */
  lastRemoved(): string | null;
}

/** What the public was told has gone. */
export interface Removed {
  slugs: ReadonlySet<string>;
  latest: string | null;
}

/** What readers may see, as long as no other episode becomes public. */
interface Listed {
  episodes: readonly Episode[];
  bySlug: ReadonlyMap<string, Episode>;
  /** ms since 1970. */
  until: number;
}

/** @param secret what secret slugs are made with */
export function createCatalogue(
  firstShow: ShowSaid,
  secret: string,
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
  let removed: Removed = { slugs: new Set(), latest: null };

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
    const seen = all.filter((episode) => isPublic(episode, new Date(at))).sort(newestFirst);
    const bySlug = new Map(seen.map((episode) => [episode.slug, episode]));
    const episodes = seen.filter(({ unlisted }) => !unlisted);
    listed = { episodes, bySlug, until: Math.min(Number.POSITIVE_INFINITY, ...waiting) };
    return listed;
  };

  /** What a secret slug opens; its addresses carry the key on. */
  const opened = (address: string): Episode | undefined => {
    const { slug, key } = splitSlug(address);
    const manifest = manifests.get(slug);
    if (key === null || manifest === undefined) return undefined;
    if (!isSecretKey(key, secret, manifest.episode.guid)) return undefined;
    return { ...prepare(slug, manifest), slug: address };
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
    episode(slug) {
      const own = splitSlug(slug).slug;
      return list().bySlug.get(slug) ?? (list().bySlug.has(own) ? undefined : opened(slug));
    },
    episodes: () => list().episodes,
    slugs: () => [...manifests.keys()],
    addressOf(slug) {
      const guid = manifests.get(slug)?.episode.guid;
      const isOpen = guid === undefined || list().bySlug.has(slug);
      return isOpen ? slug : secretSlug(slug, secretKey(secret, guid));
    },
    movedTo(address) {
      // What was last there under its own name has gone, and no other has come: that is the newer truth.
      if (manifests.has(address) || removed.slugs.has(address)) return undefined;
      const { slug, key } = splitSlug(address);
      if (key !== null && opened(address) !== undefined) return slug;
      return moved.get(address);
    },
    slugOfRecording: (sha256) => recordings.get(sha256),
    setRemoved(next) {
      const same = next.latest === removed.latest && next.slugs.size === removed.slugs.size;
      removed = next;
      if (!same) changed();
    },
    isRemoved: (slug) => !manifests.has(slug) && removed.slugs.has(slug),
    lastRemoved: () => removed.latest,
  };
}

function withPeople(said: ShowSaid, known: Known): Show {
  return { ...said, people: peopleOfShow(known) };
}

function newestFirst(one: Episode, other: Episode): number {
  return other.date.localeCompare(one.date) || one.slug.localeCompare(other.slug);
}
