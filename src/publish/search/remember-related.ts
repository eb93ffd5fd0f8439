import { LRUCache } from 'lru-cache';
import type { Episode } from '../../episode/episode.ts';
import type { Kin } from '../../search/related.ts';
import type { Catalogue } from '../../store/catalogue.ts';
import { alike } from './alike.ts';

interface Order {
  catalogue: Catalogue;
  isReady(): boolean;
  /** Those in which much the same is said; null where that cannot be told. */
  kinOf(slug: string): Promise<Kin[] | null>;
}

/** Lists that are remembered. */
const most = 5000;

/**
 * What episodes are related to, as far as it has been found out. Nobody waits for it: a page is shown with what
 * is known, and is another one once more is. Whoever asks again while nothing has changed gets the same list.
 */
export function rememberRelated({ catalogue, isReady, kinOf }: Order) {
  const known = new LRUCache<string, { episodes: readonly Episode[]; generation: number }>({
    max: most,
  });
  const asked = new Set<string>();

  async function findOut(slug: string, generation: number) {
    const kin = await kinOf(slug);
    if (kin === null) return;
    const found = alike(catalogue.episodes(), slug, kin);
    const before = known.get(slug)?.episodes ?? none;
    known.set(slug, { episodes: isSame(before, found) ? before : found, generation });
  }

  return (slug: string): readonly Episode[] => {
    const now = catalogue.generation();
    const before = known.get(slug);
    if (before?.generation !== now && isReady() && !asked.has(slug)) {
      asked.add(slug);
      findOut(slug, now).finally(() => asked.delete(slug));
    }
    const episodes = before?.episodes ?? none;
    // Who has been taken back, or changed, is not named until it has been found out anew.
    return episodes.every((one) => catalogue.episode(one.slug) === one) ? episodes : none;
  };
}

const none: readonly Episode[] = [];

function isSame(one: readonly Episode[], other: readonly Episode[]): boolean {
  return one.length === other.length && one.every((episode, at) => episode === other[at]);
}
