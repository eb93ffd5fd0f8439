import { noEpisode } from '../episode/no-episode.ts';
import { canBeAddress } from '../episode/slug.ts';
import { folderExists } from '../store/given-files.ts';
import { episodeFolder } from '../store/layout.ts';
import { isWhole, readManifest } from '../store/manifest.ts';
import { putAway, takeBack } from '../store/removed.ts';
import { isBusy, type Shelf } from './choose-place.ts';

/**
 * Takes an episode away. Its folder is kept for a while, so that it can be brought back.
 *
 * @throws AlongsideError `episode_not_found`; `slug_taken` while it is being published
 */
export async function removeEpisode(slug: string, { layout, catalogue, busy }: Shelf, now: Date) {
  const isThere = canBeAddress(slug) && (await folderExists(episodeFolder(layout, slug)));
  if (!isThere) throw noEpisode(slug);
  if (busy().includes(slug)) throw isBusy(slug);
  await putAway(layout, slug, now);
  catalogue.remove(slug);
}

/**
 * Brings back the episode that was last removed under this slug, as it was.
 *
 * @returns whether there was one
 * @throws AlongsideError `slug_taken`
 */
export async function bringBack(slug: string, { layout, catalogue, busy }: Shelf) {
  if (busy().includes(slug)) throw isBusy(slug);
  if (!(await takeBack(layout, slug))) return false;
  const folder = episodeFolder(layout, slug);
  const manifest = await readManifest(folder);
  // Else it is found as any new folder is.
  if (manifest !== null && (await isWhole(folder, manifest))) catalogue.put(slug, manifest);
  return true;
}
