import * as z from 'zod';
import type { Chapter } from '../episode/episode.ts';
import { readFragment } from '../episode/media-fragment.ts';
import type { SoundbiteSaid } from '../episode/soundbite.ts';
import { moment, text } from './fields.ts';

const title = text.max(1000, 'is longer than 1000 characters');

/** A chapter as `episode.md` has it: `1:23 Where it began`, or `start` and `title` by themselves. */
export const chapterSaid = z.preprocess(
  (said) => {
    const line = typeof said === 'string' ? /^\s*(\S+)\s+(.+)$/s.exec(said) : null;
    return line ? { start: line[1], title: line[2] } : said;
  },
  z.object(
    { start: moment, title },
    'is not a chapter such as “1:23 Where it began”',
  ) satisfies z.ZodType<Chapter>,
);

const stretch = z.string().transform((said, context) => {
  const found = readFragment(said.replace(/\s*[-–]\s*/, ','));
  if (found?.end) return { start: found.start, duration: found.end - found.start };
  context.addIssue('is not a stretch such as 1:02-1:40');
  return z.NEVER;
});

/**
 * A soundbite as `episode.md` has it: `1:02-1:40`, or words that are said, by themselves or as `quote` or
 * `at` with a `title`.
 */
export const soundbiteSaid = z
  .preprocess(
    (said) => {
      if (typeof said !== 'string') return said;
      return /^[\d:.hms]+\s*[-–,]\s*[\d:.hms]+$/.test(said.trim()) ? { at: said } : { quote: said };
    },
    z.object(
      { quote: text.optional(), at: stretch.optional(), title: text.max(128).default('') },
      'is neither words that are said nor a stretch such as 1:02-1:40',
    ),
  )
  .transform(({ quote, at, title }, context): SoundbiteSaid => {
    if (at !== undefined) return { ...at, title };
    if (quote !== undefined) return { quote, title };
    context.addIssue('has neither a quote nor the stretch it is at');
    return z.NEVER;
  });
