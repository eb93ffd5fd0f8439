import { join } from 'node:path';
import { noEpisode } from '../episode/no-episode.ts';
import { canBeAddress } from '../episode/slug.ts';
import { readDecided } from '../store/decided.ts';
import { findGivenFiles, fingerprint, folderExists } from '../store/given-files.ts';
import { episodeFolder } from '../store/layout.ts';
import { putAway, removedEpisodes, takeBack } from '../store/removed.ts';
import { type Ordered, refuseTakenGuid } from './check-guid.ts';
import { isBusy, isUnfinished, type Shelf } from './choose-place.ts';
import { findPublished } from './find-published.ts';

/**
 * Takes an episode away. Its folder is kept for a while, so that it can be brought back.
 *
 * @throws AlongsideError `episode_not_found`; `slug_taken` while it is being published
 */
export async function removeEpisode(
  slug: string,
  { layout, catalogue, busy, unfinished }: Shelf,
  now: Date,
) {
  const isThere = canBeAddress(slug) && (await folderExists(episodeFolder(layout, slug)));
  if (!isThere) throw noEpisode(slug);
  if (busy().includes(slug)) throw isBusy(slug);
  if (unfinished().some((order) => order.slug === slug)) throw isUnfinished(slug);
  await putAway(layout, slug, now);
  catalogue.remove(slug);
}

/**
 * Brings back the episode that was last removed under this slug, as it was.
 *
 * @returns whether there was one
 * @throws AlongsideError `slug_taken`; `guid_taken` where another episode has its GUID by now
 */
export async function bringBack(slug: string, to: Shelf & Pick<Ordered, 'ordered'>) {
  const { layout, catalogue, busy } = to;
  if (busy().includes(slug)) throw isBusy(slug);
  const removed = (await removedEpisodes(layout)).find((one) => one.slug === slug);
  if (removed === undefined) return false;
  const guid = (await readDecided(join(layout.removed, removed.folder)).catch(() => null))?.guid;
  if (guid !== undefined) refuseTakenGuid({ guid, wanted: guid, slug }, to);
  await takeBack(layout, removed);
  const folder = episodeFolder(layout, slug);
  const mark = await fingerprint(folder, await findGivenFiles(folder));
  const found = await findPublished(folder, mark, catalogue.show());
  // Without a manifest it is found as any new folder is.
  if (found !== null) catalogue.put(slug, found.shown);
  return true;
}
