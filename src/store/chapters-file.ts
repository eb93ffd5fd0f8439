import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Chapter } from '../episode/episode.ts';
import { AlongsideError } from '../episode/error.ts';
import { text } from './fields.ts';

/** JSON chapters of the podcast namespace, as far as they are chapters of the sound (docs/jsonChapters.md). */
const schema = z.object({
  chapters: z
    .array(
      z.object({
        startTime: z.coerce.number().nonnegative(),
        title: text.optional(),
        /** False where a chapter only shows a picture and is not to be listed. */
        toc: z.boolean().default(true),
      }),
    )
    .max(10_000),
});

/**
 * Reads `chapters.json`.
 *
 * @returns those that are listed, as they stand in the file
 * @throws AlongsideError `details_invalid`
 */
export async function readChaptersFile(path: string): Promise<Chapter[]> {
  const source = await readFile(path, 'utf8');
  try {
    const { chapters } = schema.parse(JSON.parse(source.replace(/^\uFEFF/, '')));
    return chapters
      .filter(({ toc }) => toc)
      .map(({ startTime, title }, at) => ({
        start: startTime,
        title: title ?? `Chapter ${at + 1}`,
      }));
  } catch (error) {
    const remedy =
      'It needs a list “chapters”, each with a “startTime” in seconds and a “title”; save it again.';
    const facts = { file: 'chapters.json', remedy };
    throw new AlongsideError('details_invalid', 'The chapters cannot be read.', facts, error);
  }
}
