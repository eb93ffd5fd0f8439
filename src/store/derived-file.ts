import { access, constants, copyFile, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from './hash-file.ts';
import { asWriteError, makeFolder, unfinishedName } from './write-file.ts';

export interface DerivedFile {
  /** Name in `published/`, with the hash of its bytes in it. */
  file: string;
  bytes: number;
  sha256: string;
}

/**
 * Makes one file of `published/`: written under a temporary name, flushed, then given a name with its own
 * hash. A file that is named is therefore finished, and making it twice is harmless.
 *
 * @param content what the file is to hold, or what writes all of it to the path it is given
 * @throws AlongsideError `disk_full`, `folder_read_only`, and whatever `content` throws
 */
export async function makeDerived(
  published: string,
  name: { stem: string; ending: string },
  content: string | Uint8Array | ((path: string) => Promise<void>),
): Promise<DerivedFile> {
  const beside = join(published, unfinishedName(`${name.stem}.${name.ending}`));
  try {
    await makeFolder(published);
    // Asked first: a program that writes for us would not say so as clearly.
    await access(published, constants.W_OK | constants.X_OK);
    await (typeof content === 'function' ? content(beside) : writeFile(beside, content));
    const handle = await open(beside, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    const sha256 = await hashFile(beside);
    const file = `${name.stem}-${sha256.slice(0, 16)}.${name.ending}`;
    const { size } = await stat(beside);
    await rename(beside, join(published, file));
    return { file, bytes: size, sha256 };
  } catch (error) {
    throw asWriteError(error, beside);
  } finally {
    await rm(beside, { force: true }).catch(() => {});
  }
}

/** A copy that shares its blocks where the file system can: never a hard link to what was given. */
export async function copyGiven(from: string, to: string) {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
}
