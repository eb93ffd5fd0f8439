import { readFile } from 'node:fs/promises';
import type { AlongsideError } from '../episode/error.ts';
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
  /** What the file's JSON says; throws where that is no such list. */
  parse(json: unknown): readonly One[];
  /** The list as the file has it. */
  format(all: readonly One[]): object;
  /** What is said of a file that cannot be read. */
  unreadable(cause: unknown): AlongsideError;
}

/**
 * Opens a list.
 *
 * @param onUnreadable told of a file that cannot be read; then the list is empty, cannot be changed, and the
 *   file stays as it is
 */
export async function openKeptList<One>(
  { path, parse, format, unreadable }: ListFile<One>,
  onUnreadable: (error: AlongsideError) => void,
): Promise<KeptList<One>> {
  let all: readonly One[] = [];
  let problem: AlongsideError | null = null;
  try {
    const text = await readFile(path, 'utf8').catch(ifMissing(null));
    if (text !== null) all = parse(JSON.parse(text));
  } catch (error) {
    problem = unreadable(error);
    onUnreadable(problem);
  }
  let writing: Promise<unknown> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const written = writing.then(work);
    writing = written.catch(() => {});
    return written;
  };
  const write = (next: readonly One[]) =>
    writeWhole(path, `${JSON.stringify(format(next), null, 2)}\n`, 0o600);

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
