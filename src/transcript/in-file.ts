import { AlongsideError } from '../episode/error.ts';

/** Does work on a file's content and adds the file's name to the errors that come of it. */
export function inFile<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AlongsideError)) throw error;
    const facts = { ...error.facts, file: error.facts.file ?? name };
    throw new AlongsideError(error.code, error.message, facts, error.cause);
  }
}
