import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AlongsideError } from '../../src/episode/error.ts';
import { wordsOf } from '../../src/episode/transcript.ts';
import { readCues, readTranscript } from '../../src/transcript/read.ts';
import { writeTranscript } from '../../src/transcript/write.ts';

const shred = fc.oneof(
  fc.constantFrom(
    ...[
      'WEBVTT',
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      ':',
      '-->',
      '<v ',
      '<v A>',
      '</v>',
      '<',
      '>',
      '&',
      '&amp;',
      '\0',
    ],
    ...[
      '00:00:01.000 --> 00:00:02.000\n',
      '00:00:05,000 --> 00:00:03,000\n',
      '00:00:01.500',
      '1\n',
      'R: ',
    ],
    ...[
      '{"segments":[',
      '{"body":"a","startTime":',
      '"1"',
      '},',
      ']}',
      '\uFEFF',
      '\u2028',
      '{\\an8}',
      'NOTE ',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

test('any text is read, or refused with one of our errors, and what is read can be written', () => {
  fc.assert(
    fc.property(fc.array(shred, { maxLength: 40 }), (shreds) => {
      const bytes = new TextEncoder().encode(shreds.join(''));
      ours(() => readCues(bytes, 'x'));
      const reading = ours(() => readTranscript(bytes, 'x'));
      if (reading === null) return;
      for (const form of ['vtt', 'srt', 'json', 'html', 'md', 'txt'] as const) {
        ours(() => writeTranscript(reading.transcript, form));
      }
      for (const word of wordsOf(reading.transcript)) {
        expect(word.text).toMatch(/^[^\s\p{Cc}\p{Cs}]+$/u);
        expect(word.start ?? 0).toBeGreaterThanOrEqual(0);
        if (word.start !== null && word.end !== null)
          expect(word.end).toBeGreaterThanOrEqual(word.start);
      }
    }),
    { seed: 1969, numRuns: 1000 },
  );
});

/** The result of work, or null where it failed in one of the ways we name. */
function ours<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AlongsideError)) throw error;
    expect(error.facts.remedy).not.toBe('');
    return null;
  }
}
