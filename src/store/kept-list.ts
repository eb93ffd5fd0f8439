import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { AlongsideError } from '../episode/error.ts';
import { ifMissing } from './missing.ts';
import { writeWhole } from './write-file.ts';

/** A small list in memory and in a file of its own, which only its owner may read. */
export interface KeptList<One> {
  all(): readonly One[];
  /** Changes it, one change after another; it holds only once it is written. */
  change(how: Change<One>): Promise<void>;
  /** The same at once; it holds in memory even where it cannot be written. */
  changeAtOnce(how: Change<One>): Promise<void>;
}

type Change<One> = (before: readonly One[]) => readonly One[];

export interface ListFile<One> {
  path: string;
  /** What it is a list of, as messages and the file have it: `tokens`. */
  of: string;
  /** One of them, as the file has it. */
  one: z.ZodType<One>;
  /** What follows from a file that cannot be read, as the end of a sentence. */
  result: string;
  /** How to do without what it held, as the end of a sentence. */
  anew: string;
}

/**
 * Opens a list.
 *
 * @param onUnreadable told of a file that cannot be read; then the list is empty, cannot be changed, and the
 *   file stays as it is
 */
export async function openKeptList<One>(
  list: ListFile<One>,
  onUnreadable: (error: AlongsideError) => void,
): Promise<KeptList<One>> {
  const { path, of, one } = list;
  const file = z.object({ version: z.literal(1), [of]: z.array(one) });
  let all: readonly One[] = [];
  let problem: AlongsideError | null = null;
  try {
    const text = await readFile(path, 'utf8').catch(ifMissing(null));
    if (text !== null) all = file.parse(JSON.parse(text))[of] as One[];
  } catch (error) {
    problem = unreadable(list, error);
    onUnreadable(problem);
  }
  let writing: Promise<unknown> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const written = writing.then(work);
    writing = written.catch(() => {});
    return written;
  };
  const write = (next: readonly One[]) =>
    writeWhole(path, `${JSON.stringify({ version: 1, [of]: next }, null, 2)}\n`, 0o600);

  return {
    all: () => all,
    async change(how) {
      if (problem !== null) throw problem;
      await inTurn(async () => {
        await write(how(all));
        // What was changed at once meanwhile must not come back.
        all = how(all);
      });
    },
    async changeAtOnce(how) {
      if (problem !== null) throw problem;
      all = how(all);
      await inTurn(() => write(all));
    },
  };
}

function unreadable<One>(
  { path, of, result, anew }: ListFile<One>,
  cause: unknown,
): AlongsideError {
  return new AlongsideError(
    'setting_invalid',
    `The list of ${of} cannot be read, so ${result}.`,
    { file: path, remedy: `Correct the file, or delete it and ${anew}; then restart.` },
    cause,
  );
}
