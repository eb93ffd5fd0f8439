import { AlongsideError } from '../episode/error.ts';
import { allThere } from '../store/given-files.ts';

/**
 * Refuses a file of a public episode that somebody has deleted: it is made again, and whoever asks is to
 * come back instead of forgetting it.
 *
 * @param published the episode's folder of derived files
 * @throws AlongsideError `episode_being_made`
 */
export async function refuseLost(published: string, file: string) {
  if (!(await allThere(published, [file]))) throw beingMade();
}

/** For `.catch()`: what is not there is being made again; any other error goes on. */
export function refuseMissing(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOENT' || error.code === 'ENOTDIR' ? beingMade(error) : error;
}

function beingMade(cause?: unknown): AlongsideError {
  const message = 'This part of the episode is being made again.';
  const remedy = 'Come back in a minute.';
  return new AlongsideError('episode_being_made', message, { remedy }, cause);
}
