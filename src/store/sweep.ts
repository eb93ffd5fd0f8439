import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedFolder } from './layout.ts';
import { filesOf, type Manifest } from './manifest.ts';
import { isUnfinished } from './write-file.ts';

/**
 * Deletes what a manifest no longer names. A file goes only after it has been nameless for a while: a
 * reader who has the old page may still be fetching the old sound.
 *
 * @param olderThan ms since the file's last change
 */
export async function sweepPublished(folder: string, manifest: Manifest, olderThan = 3_600_000) {
  const published = publishedFolder(folder);
  const named = new Set(filesOf(manifest));
  for (const name of await readdir(published).catch(() => [])) {
    if (!named.has(name)) await removeIfOld(join(published, name), olderThan);
  }
}

/**
 * Deletes uploads nobody came back for. What tus notes beside an upload is written once, so the age of the
 * bytes decides for both.
 */
export async function sweepUploads(uploads: string, olderThan = 24 * 3_600_000) {
  for (const name of await readdir(uploads).catch(() => [])) {
    if (name.endsWith('.json')) continue;
    const path = join(uploads, name);
    if (await removeIfOld(path, olderThan)) await rm(`${path}.json`, { force: true });
  }
}

/** Deletes what a crash left of files that were being written. */
export async function sweepUnfinished(folder: string) {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isUnfinished)) await rm(join(folder, name), { force: true });
}

async function removeIfOld(path: string, olderThan: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  const isOld = found && Date.now() - Math.max(found.mtimeMs, found.ctimeMs) >= olderThan;
  if (isOld) await rm(path, { recursive: true, force: true });
  return isOld === true;
}
