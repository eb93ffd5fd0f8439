import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AlongsideError } from '../episode/error.ts';

/**
 * A file that a person named.
 *
 * @param whenEmpty the code where it has no bytes; notes may be empty
 * @throws AlongsideError `file_not_found`, or `whenEmpty`
 */
export async function existing(
  path: string,
  whenEmpty: 'recording_empty' | 'transcript_empty' | 'cover_unreadable' | 'details_invalid',
) {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    throw new AlongsideError(
      'file_not_found',
      found ? 'This is not a file.' : 'There is no such file.',
      {
        file: path,
        remedy: 'Check the name and the folder it is in.',
      },
    );
  }
  if (found.size === 0 && whenEmpty !== 'details_invalid') {
    throw new AlongsideError(whenEmpty, `${basename(path)} is empty.`, {
      file: path,
      remedy: 'Export or copy it again; it has no bytes at all.',
    });
  }
  return found;
}
