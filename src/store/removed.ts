import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canBeAddress } from '../episode/slug.ts';
import { episodeFolder, type Layout } from './layout.ts';
import { readManifest } from './manifest.ts';
import { ifMissing } from './missing.ts';
import { moveFolder } from './move-folder.ts';
import { unjumped } from './unjumped.ts';
import { asWriteError, flushFolder, makeFolder } from './write-file.ts';

/** An episode that was removed and can still be brought back. */
export interface RemovedEpisode {
  slug: string;
  /** ISO 8601. */
  removed: string;
  /** Name of its folder in `.removed/`. */
  folder: string;
}

/** How long a removed episode is kept, ms. */
export const keptFor = 30 * 24 * 3_600_000;

/**
 * Takes an episode's folder away, by one rename.
 *
 * @throws AlongsideError `disk_full`, `folder_read_only`
 */
export async function putAway(layout: Layout, slug: string, now: Date) {
  const to = join(layout.removed, `${slug}~${now.getTime()}`);
  try {
    await makeFolder(layout.removed);
    await rename(episodeFolder(layout, slug), to);
    await flushFolder(layout.root);
  } catch (error) {
    throw asWriteError(error, to);
  }
}

/** What was removed, the latest first. */
export async function removedEpisodes(layout: Layout): Promise<RemovedEpisode[]> {
  return (await allRemoved(layout)).filter(({ slug }) => canBeAddress(slug));
}

/** The episode with this recording that was removed last; null where none was, or none is kept. */
export async function removedWithRecording(
  layout: Layout,
  sha256: string,
): Promise<RemovedEpisode | null> {
  for (const one of await removedEpisodes(layout)) {
    const manifest = await readManifest(join(layout.removed, one.folder)).catch(() => null);
    if (manifest?.recording.sha256 === sha256) return one;
  }
  return null;
}

/** Also files of the show that made room. */
async function allRemoved(layout: Layout): Promise<RemovedEpisode[]> {
  const folders = await readdir(layout.removed).catch(ifMissing<string[]>([]));
  return folders
    .flatMap((folder) => {
      const [, slug, at] = /^(.+)~(\d{10,14})$/.exec(folder) ?? [];
      if (slug === undefined) return [];
      return [{ slug, removed: new Date(Number(at)).toISOString(), folder }];
    })
    .sort((one, other) => other.removed.localeCompare(one.removed));
}

/**
 * Puts an episode that was removed back in its place.
 *
 * @throws AlongsideError `slug_taken`, `disk_full`, `folder_read_only`
 */
export async function takeBack(layout: Layout, { slug, folder }: RemovedEpisode) {
  const from = join(layout.removed, folder);
  await moveFolder(layout, from, slug).catch((error: unknown) => {
    throw asWriteError(error, from);
  });
}

/** Deletes for good what was removed long ago. */
export async function sweepRemoved(layout: Layout, now: Date) {
  for (const { removed, folder } of await allRemoved(layout)) {
    if (unjumped(now.getTime()) - Date.parse(removed) < keptFor) continue;
    await rm(join(layout.removed, folder), { recursive: true, force: true });
  }
}
