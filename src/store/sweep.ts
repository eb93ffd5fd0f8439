import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedFolder } from './layout.ts';
import { filesOf, type Manifest } from './manifest.ts';

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

/** Deletes partial uploads nobody came back for. */
export async function sweepUploads(uploads: string, olderThan = 24 * 3_600_000) {
  for (const name of await readdir(uploads).catch(() => [])) {
    await removeIfOld(join(uploads, name), olderThan);
  }
}

async function removeIfOld(path: string, olderThan: number) {
  const found = await stat(path).catch(() => null);
  if (found && Date.now() - Math.max(found.mtimeMs, found.ctimeMs) >= olderThan) {
    await rm(path, { recursive: true, force: true });
  }
}
