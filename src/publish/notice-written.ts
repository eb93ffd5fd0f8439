import type { Catalogue } from '../store/catalogue.ts';
import { type Fingerprint, marksOf, sameFingerprint } from '../store/given-files.ts';
import { episodeFolder, type Layout, publishedFolder } from '../store/layout.ts';
import { filesOf, type Manifest } from '../store/manifest.ts';
import { severalAtOnce } from '../store/several-at-once.ts';

export interface Written {
  slug: string;
  /** Whether the manifest is another one than was read, as after a restore. */
  isReplaced: boolean;
}

/** So many episodes are looked at each time, so that a look at a large show takes no longer. */
const atOnce = 200;

/**
 * Notices derived files that somebody has written to, by size and date: nothing of ours changes a file once
 * it has its name. What a disk spoils in silence is found by reading it, which takes its time.
 *
 * @returns looks at the next episodes; resolves with those whose files have changed
 */
export function createNoticeWritten(
  catalogue: Pick<Catalogue, 'slugs' | 'manifest'>,
  layout: Layout,
): () => Promise<Written[]> {
  const seen = new WeakMap<Manifest, Fingerprint>();
  let next = 0;
  return async () => {
    const slugs = catalogue.slugs();
    if (next >= slugs.length) next = 0;
    const some = slugs.slice(next, next + atOnce);
    next += atOnce;
    const changed = await severalAtOnce(some, async (slug) => {
      const manifest = catalogue.manifest(slug);
      if (manifest === undefined) return null;
      const folder = publishedFolder(episodeFolder(layout, slug));
      const marks = await marksOf(folder, filesOf(manifest));
      const before = seen.get(manifest);
      seen.set(manifest, marks);
      if (before === undefined || sameFingerprint(before, marks)) return null;
      return { slug, isReplaced: before['manifest.json'] !== marks['manifest.json'] };
    });
    return changed.filter((one) => one !== null);
  };
}
