import type { Chapter } from '../episode/episode.ts';
import { AlongsideError, describeError } from '../episode/error.ts';
import { exactClock } from '../episode/timecode.ts';
import { readChaptersFile } from '../store/chapters-file.ts';

/** Everything that can say where chapters begin. */
export interface ChapterSources {
  /** Of `episode.md` or the command. */
  said: Chapter[] | undefined;
  /** Path of `chapters.json`. */
  file: string | null;
  /** Of the recording's own tags. */
  recorded: Chapter[];
}

/**
 * The chapters of the most deliberate source there is, ascending, without those that begin after the end.
 *
 * @param duration seconds
 * @param warnings told of what was left out
 */
export async function chooseChapters(
  { said, file, recorded }: ChapterSources,
  duration: number,
  warnings: string[],
): Promise<Chapter[]> {
  const given = said ?? (file === null ? null : await readOrWarn(file, warnings)) ?? recorded;
  const within = given.filter(({ start }) => start < duration);
  for (const { start, title } of given) {
    if (start < duration) continue;
    warnings.push(
      `The chapter “${title}” was left out: it begins at ${exactClock(start)}, after the end.`,
    );
  }
  return within.toSorted((one, other) => one.start - other.start);
}

async function readOrWarn(path: string, warnings: string[]): Promise<Chapter[] | null> {
  try {
    return await readChaptersFile(path);
  } catch (error) {
    if (!(error instanceof AlongsideError)) throw error;
    warnings.push(describeError(error));
    return null;
  }
}
