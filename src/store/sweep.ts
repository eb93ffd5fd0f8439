import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Layout, publishedFolder } from './layout.ts';
import { filesOf, type Manifest } from './manifest.ts';
import { unjumped } from './unjumped.ts';
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

/** Deletes uploads nobody came back for. */
export async function sweepUploads(layout: Layout, olderThan = 24 * 3_600_000) {
  for (const id of await uploadIds(layout)) {
    const upload = await findUpload(layout, id);
    // What tus notes beside an upload is written once, so the age of the bytes decides for both.
    if (upload !== null && (await isOld(upload.path, olderThan))) await deleteUpload(layout, id);
  }
}

/**
 * Deletes what a crash left of uploads that cannot go on: bytes without tus's note, or the note alone. Only
 * for the start, while none can be beginning: tus makes the two files one after the other.
 */
export async function sweepBrokenUploads(layout: Layout) {
  for (const id of await uploadIds(layout)) {
    if ((await findUpload(layout, id)) === null) await deleteUpload(layout, id);
  }
}

async function uploadIds(layout: Layout): Promise<Set<string>> {
  const names = await readdir(layout.uploads).catch(() => []);
  return new Set(names.map((name) => name.replace(/\.json$/, '')));
}

/** Deletes what a crash left of files that were being written. */
export async function sweepUnfinished(folder: string) {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isUnfinished)) await rm(join(folder, name), { force: true });
}

async function isOld(path: string, olderThan: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return (
    found !== null && unjumped(Date.now()) - Math.max(found.mtimeMs, found.ctimeMs) >= olderThan
  );
}
