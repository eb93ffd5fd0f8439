import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Transcript } from '../../src/episode/transcript.ts';
import { readWordTimes } from '../../src/player/word-times.ts';
import { wordTimes } from '../../src/render/word-times.ts';
import { words } from '../render/an-episode.ts';

/** A transcript of one turn for each text, a paragraph a line. */
function transcript(...turns: string[]): Transcript {
  return {
    language: null,
    speakers: [],
    turns: turns.map((text) => ({
      speakers: [],
      paragraphs: text.split('\n').map((line) => ({ words: words(line) })),
    })),
  };
}

const throughPage = (given: Transcript) =>
  readWordTimes(JSON.parse(JSON.stringify(wordTimes(given))));

describe('what the page writes', () => {
  test('words in a row are one number each', () => {
    expect(wordTimes(transcript('a@0.5-0.8 b@0.8-1 c@1.1-1.5 d@1.5-2'))).toEqual([
      [50, 30, 30, [40, 50]],
    ]);
  });

  test('a pause shows in the word before it', () => {
    expect(wordTimes(transcript('a@1-1.5 b@3-3.5'))).toEqual([
      [
        [100, 50],
        [200, 50],
      ],
    ]);
  });

  test('untimed words of a cue go with its first word', () => {
    expect(wordTimes(transcript('a@1- b c@-2 d@2- e@-3'))).toEqual([
      [100, null, null, [100, 100], null],
    ]);
  });

  test('untimed words after a word whose end is known belong to nobody', () => {
    expect(wordTimes(transcript('x a@1-2 b c'))).toEqual([[false, [100, 100], false, false]]);
  });

  test('a start alone has no end', () => {
    expect(wordTimes(transcript('a@1 b c', 'd@60 e'))).toEqual([
      [[100], false, false],
      [[5900], false],
    ]);
  });
});

describe('what the player reads', () => {
  test('a cue reaches from its first word to its last, over paragraphs', () => {
    expect(throughPage(transcript('a@1- b\nc d@-4 e@9-9.5'))).toEqual([
      { start: 1, end: 4, from: { paragraph: 0, word: 0 }, to: { paragraph: 1, word: 1 } },
      { start: 9, end: 9.5, from: { paragraph: 1, word: 2 }, to: { paragraph: 1, word: 2 } },
    ]);
  });

  test('people who talk at once keep their own times', () => {
    const read = throughPage(transcript('a@5-6 b@6-7', 'c@5.5-5.8'));
    expect(read.map(({ start, end }) => [start, end])).toEqual([
      [5, 6],
      [6, 7],
      [5.5, 5.8],
    ]);
  });

  test('it is what was written, to a hundredth, except for ends within a breath of the next start', () => {
    const time = fc.integer({ min: 0, max: 500_000 });
    const word = fc.record({ start: time, length: fc.integer({ min: 0, max: 300 }) });
    fc.assert(
      fc.property(fc.array(fc.array(fc.option(word), { minLength: 1 })), (paragraphs) => {
        const given = paragraphs.map((entries) => ({
          words: entries.map((entry) => ({
            text: 'w',
            start: entry && entry.start / 100,
            end: entry && (entry.start + entry.length) / 100,
            confidence: null,
          })),
        }));
        const timed = given.flatMap((one) => one.words).filter(({ start }) => start !== null);
        const read = throughPage({
          language: null,
          speakers: [],
          turns: [{ speakers: [], paragraphs: given }],
        });
        expect(read.map(({ start }) => start)).toEqual(timed.map(({ start }) => start));
        for (const [at, { end }] of read.entries()) {
          const next = timed[at + 1]?.start ?? Infinity;
          const own = timed[at]?.end ?? 0;
          if (end !== own) expect(next - own).toBeLessThanOrEqual(0.301);
          if (end !== own) expect(end).toBe(next);
        }
      }),
    );
  });
});
