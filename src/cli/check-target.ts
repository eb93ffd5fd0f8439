import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AlongsideError } from '../episode/error.ts';

/**
 * Checks that a result can be written to a file before the work for it begins.
 *
 * @param given files that must not be written over
 * @throws AlongsideError `request_invalid`
 */
export async function checkTarget(target: string, given: string[]) {
  const found = await stat(target).catch(() => null);
  for (const path of given) {
    const other = await stat(path).catch(() => null);
    if (target === path || (found && other?.ino === found.ino && other.dev === found.dev)) {
      throw invalid(`Writing ${target} would overwrite a file of yours.`);
    }
  }
  if (found && !found.isFile()) throw invalid(`${target} is not a file that can be written.`);
  const folder = await stat(dirname(target)).catch(() => null);
  if (!folder?.isDirectory()) throw invalid(`There is no folder ${dirname(target)}.`);
  await access(dirname(target), constants.W_OK).catch((cause: unknown) => {
    throw invalid(`${dirname(target)} cannot be written to.`, cause);
  });
}

function invalid(message: string, cause?: unknown): AlongsideError {
  const remedy = 'Name another file with -o, or leave it out to have the result printed.';
  return new AlongsideError('request_invalid', message, { remedy }, cause);
}
