import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AlongsideError } from '../episode/error.ts';

/**
 * Writes a file so that a reader sees the old one or the new one whole, even after a power cut: written
 * beside, flushed, renamed, and the folder flushed too. The folder is made where there is none yet.
 *
 * @throws AlongsideError `disk_full`, `folder_read_only`
 */
export async function writeWhole(path: string, content: string | Uint8Array, mode = 0o644) {
  const folder = dirname(path);
  const beside = join(folder, unfinishedName(basename(path)));
  try {
    await makeFolder(folder);
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
    await flushFolder(folder);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw asWriteError(error, path);
  }
}

/**
 * Makes a folder where there is none. Not those above it: an episode's folder that was taken away must not
 * appear again because something is still written into it.
 */
export async function makeFolder(path: string) {
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** A name for a file until it is whole; hidden, so that it is never taken for a person's. */
export function unfinishedName(name: string): string {
  return `.tmp-${randomBytes(6).toString('hex')}.${name}`;
}

/** Whether a name is one of those. */
export function isUnfinished(name: string): boolean {
  return /^\.tmp-[0-9a-f]{12}\./.test(name);
}

/** Makes renames in a folder survive a power cut. */
export const flushFolder = flushFile;

/** Makes what was written to a file survive a power cut. */
export async function flushFile(path: string) {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The same error, or `disk_full` where that is what it means. */
export function asDiskFull(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  const remedy = 'Make room on the disk that holds the episodes, then run the same command again.';
  return new AlongsideError('disk_full', 'The disk is full.', { file: path, remedy }, error);
}

/** The same error, or what it means for whoever is in charge of the disk: `disk_full`, `folder_read_only`. */
export function asWriteError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (!['EROFS', 'EACCES', 'EPERM'].includes(code)) return asDiskFull(error, path);
  const folder = dirname(path);
  return new AlongsideError(
    'folder_read_only',
    code === 'EROFS'
      ? `${folder} is on a disk that cannot be written.`
      : `${folder} is closed to writing.`,
    { remedy: `Give the user that runs this the right to write there: ${folder}.` },
    error,
  );
}
