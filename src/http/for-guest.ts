import { AlongsideError, type ErrorCode, faultOfFiles } from '../episode/error.ts';

/** What a guest can do something about, besides files that are at fault. */
const theirs: ErrorCode[] = ['unauthorized', 'forbidden', 'episode_not_found', 'too_many_attempts'];

/** The error as a guest can use it: remedies that speak of commands and disks are the publisher's. */
export function forGuest<E>(error: E): E | AlongsideError {
  if (!(error instanceof AlongsideError)) return error;
  if (faultOfFiles(error) || theirs.includes(error.code)) return error;
  const { remedy: _remedy, ...where } = error.facts;
  return new AlongsideError(
    error.code,
    error.message,
    { ...where, remedy: 'Try again in a while; if it stays so, tell whoever invited you.' },
    error,
  );
}
