import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canBeAddress } from '../episode/slug.ts';
import { episodeFolder, type Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { moveFolder } from './move-folder.ts';
import { unjumped } from './unjumped.ts';
import { flushFolder } from './write-file.ts';

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

/** Takes an episode's folder away, by one rename. */
export async function putAway(layout: Layout, slug: string, now: Date) {
  await mkdir(layout.removed, { recursive: true });
  const to = join(layout.removed, `${slug}~${now.getTime()}`);
  await rename(episodeFolder(layout, slug), to);
  await flushFolder(layout.root);
}

/** What was removed, the latest first. */
export async function removedEpisodes(layout: Layout): Promise<RemovedEpisode[]> {
  return (await allRemoved(layout)).filter(({ slug }) => canBeAddress(slug));
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
 * @throws AlongsideError `slug_taken`
 */
export async function takeBack(layout: Layout, { slug, folder }: RemovedEpisode) {
  await moveFolder(layout, join(layout.removed, folder), slug);
}

/** Deletes for good what was removed long ago. */
export async function sweepRemoved(layout: Layout, now: Date) {
  for (const { removed, folder } of await allRemoved(layout)) {
    if (unjumped(now.getTime()) - Date.parse(removed) < keptFor) continue;
    await rm(join(layout.removed, folder), { recursive: true, force: true });
  }
}
