import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Layout, publishedFolder } from './layout.ts';
import { filesOf, type Manifest } from './manifest.ts';
import { deleteUpload, findUpload } from './uploads.ts';
import { isUnfinished } from './write-file.ts';

/**
 * Deletes what a manifest no longer names. Not when it loses its name, but now and then: a reader who has
 * the old page may still be fetching what it names.
 *
 * @param olderThan ms since the file's last change: what is younger may be about to be named
 */
export async function sweepPublished(folder: string, manifest: Manifest, olderThan = 3_600_000) {
  const published = publishedFolder(folder);
  const named = new Set(filesOf(manifest));
  for (const name of await readdir(published).catch(() => [])) {
    const path = join(published, name);
    if (!named.has(name) && (await isOld(path, olderThan))) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** Deletes uploads nobody came back for, and what is left of those that cannot go on. */
export async function sweepUploads(layout: Layout, olderThan = 24 * 3_600_000) {
  const names = await readdir(layout.uploads).catch(() => []);
  for (const id of new Set(names.map((name) => name.replace(/\.json$/, '')))) {
    const upload = await findUpload(layout, id);
    // What tus notes beside an upload is written once, so the age of the bytes decides for both.
    const old = upload !== null && (await isOld(upload.path, olderThan));
    if (upload === null || old) await deleteUpload(layout, id);
  }
}

/** Deletes what a crash left of files that were being written. */
export async function sweepUnfinished(folder: string) {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isUnfinished)) await rm(join(folder, name), { force: true });
}

async function isOld(path: string, olderThan: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - Math.max(found.mtimeMs, found.ctimeMs) >= olderThan;
}
