import type { Catalogue } from '../store/catalogue.ts';
import { marksOf } from '../store/given-files.ts';
import { episodeFolder, type Layout, publishedFolder } from '../store/layout.ts';
import { filesOf, type Manifest } from '../store/manifest.ts';
import { severalAtOnce } from '../store/several-at-once.ts';

/** So many episodes are looked at each time, so that a look at a large show takes no longer. */
const atOnce = 200;

/**
 * Notices derived files that somebody has written to, by size and date: nothing of ours changes a file once
 * it has its name. What a disk spoils in silence is found by reading it, which takes its time.
 *
 * @returns looks at the next episodes; resolves with the slugs of those whose files have changed
 */
export function createNoticeWritten(
  catalogue: Pick<Catalogue, 'slugs' | 'manifest'>,
  layout: Layout,
): () => Promise<string[]> {
  const seen = new WeakMap<Manifest, string>();
  let next = 0;
  return async () => {
    const slugs = catalogue.slugs();
    if (next >= slugs.length) next = 0;
    const some = slugs.slice(next, next + atOnce);
    next += atOnce;
    const changed = await severalAtOnce(some, async (slug) => {
      const manifest = catalogue.manifest(slug);
      if (manifest === undefined) return null;
      const names = filesOf(manifest).filter((name) => name !== 'manifest.json');
      const marks = await marksOf(publishedFolder(episodeFolder(layout, slug)), names);
      const mark = JSON.stringify(marks);
      const before = seen.get(manifest);
      seen.set(manifest, mark);
      return before === undefined || before === mark ? null : slug;
    });
    return changed.filter((slug) => slug !== null);
  };
}
