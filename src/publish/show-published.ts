import type { Fingerprint } from '../store/given-files.ts';
import { episodeFolder, publishedFolder } from '../store/layout.ts';
import { isWhole, readManifest } from '../store/manifest.ts';
import { sweepRemoved } from '../store/removed.ts';
import { severalAtOnce } from '../store/several-at-once.ts';
import { sweepPublished, sweepUnfinished, sweepUploads } from '../store/sweep.ts';
import type { Workshop } from './carry-out.ts';
import { findPublished } from './find-published.ts';

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
    const published = await findPublished(folder, mark, catalogue.show());
    if (published !== null) catalogue.put(slug, published.shown);
  });
}

/**
 * An episode whose derived files someone deleted counts as made of nothing, so that it is made again. It stays
 * listed: apps drop for good what their feed has lost.
 */
export async function distrustLost({ layout, catalogue }: Workshop, busy: () => string[]) {
  await severalAtOnce(catalogue.slugs(), async (slug) => {
    const manifest = catalogue.manifest(slug);
    if (manifest === undefined || Object.keys(manifest.madeFrom).length === 0) return;
    if (await isWhole(episodeFolder(layout, slug), manifest)) return;
    if (catalogue.manifest(slug) !== manifest || busy().includes(slug)) return;
    catalogue.put(slug, { ...manifest, madeFrom: {} });
  });
}

/** Deletes uploads nobody came back for, episodes that were removed long ago, and derived files no manifest names. */
export async function sweep({ layout, catalogue }: Workshop, busy: () => string[]) {
  await sweepUploads(layout);
  await sweepRemoved(layout, new Date());
  await severalAtOnce(catalogue.slugs(), async (slug) => {
    const folder = episodeFolder(layout, slug);
    // The manifest on disk, not the one in memory: it is the one that counts.
    const manifest = await readManifest(folder);
    if (manifest !== null && !busy().includes(slug)) await sweepPublished(folder, manifest);
  });
}
