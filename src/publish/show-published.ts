import { readDecided } from '../store/decided.ts';
import { type Fingerprint, sameFingerprint } from '../store/given-files.ts';
import { episodeFolder, publishedFolder } from '../store/layout.ts';
import { isWhole, readManifest } from '../store/manifest.ts';
import { severalAtOnce } from '../store/several-at-once.ts';
import { sweepPublished, sweepUnfinished, sweepUploads } from '../store/sweep.ts';
import type { Workshop } from './carry-out.ts';
import { madeWith } from './make-episode.ts';

/** Takes every manifest whose files are all there into the catalogue, and clears what a crash left. */
export async function showPublished(
  { layout, catalogue }: Workshop,
  found: Map<string, Fingerprint>,
) {
  await sweepUnfinished(layout.root);
  await severalAtOnce(found, async ([slug, mark]) => {
    const folder = episodeFolder(layout, slug);
    await sweepUnfinished(folder);
    await sweepUnfinished(publishedFolder(folder));
    const manifest = await readManifest(folder);
    if (manifest === null || !(await isWhole(folder, manifest))) return;
    const decided = await readDecided(folder).catch(() => null);
    const current =
      decided !== null &&
      sameFingerprint(manifest.madeFrom, mark) &&
      manifest.madeWith === madeWith(catalogue.show(), decided);
    // What is out of date is shown as it was until it has been made anew.
    catalogue.put(slug, current ? manifest : { ...manifest, madeFrom: {} });
  });
}

/** An episode whose derived files someone deleted is not published until they have been made anew. */
export async function forgetLost({ layout, catalogue }: Workshop, busy: () => string[]) {
  await severalAtOnce(catalogue.slugs(), async (slug) => {
    const manifest = catalogue.manifest(slug);
    if (manifest === undefined || (await isWhole(episodeFolder(layout, slug), manifest))) return;
    if (catalogue.manifest(slug) === manifest && !busy().includes(slug)) catalogue.remove(slug);
  });
}

/** Deletes uploads nobody came back for, and derived files no manifest names. */
export async function sweep({ layout, catalogue }: Workshop, busy: () => string[]) {
  await sweepUploads(layout);
  await severalAtOnce(catalogue.slugs(), async (slug) => {
    const folder = episodeFolder(layout, slug);
    // The manifest on disk, not the one in memory: it is the one that counts.
    const manifest = await readManifest(folder);
    if (manifest !== null && !busy().includes(slug)) await sweepPublished(folder, manifest);
  });
}
