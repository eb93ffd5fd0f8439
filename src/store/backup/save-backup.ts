import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AlongsideError } from '../../episode/error.ts';
import { asWriteError, flushFolder, unfinishedName } from '../write-file.ts';
import { type BackedUp, writeBackup } from './write-backup.ts';

/**
 * Backs up a show into a file: written beside, flushed, then given its name, so that there is never half of
 * one. Only its owner may read it, for it opens every draft.
 *
 * @throws AlongsideError `disk_full`, `folder_read_only`
 */
export async function saveBackup(
  root: string,
  path: string,
  onBytes: (bytes: number) => void,
): Promise<BackedUp> {
  const folder = dirname(path);
  const beside = join(folder, unfinishedName(basename(path)));
  try {
    const to = createWriteStream(beside, { flags: 'wx', mode: 0o600, flush: true });
    const result = await writeBackup(root, to, onBytes);
    await rename(beside, path);
    await flushFolder(folder);
    return result;
  } catch (error) {
    const known = asWriteError(error, path);
    if (!(known instanceof AlongsideError) || known.code !== 'disk_full') throw known;
    const remedy =
      'Make room where the backup is to lie, or name another disk; no half file was left.';
    throw new AlongsideError('disk_full', known.message, { file: path, remedy }, error);
  } finally {
    await rm(beside, { force: true }).catch(() => {});
  }
}
