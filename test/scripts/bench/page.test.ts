import { expect, test } from 'vitest';
import { makeTranscript, pace } from '../../../scripts/bench/make-words.ts';
import { lagsOf } from '../../../scripts/bench/page/watch-playing.ts';
import { timingOf, wordsOf } from '../../../src/episode/transcript.ts';
import type { Spoken } from '../../../src/player/word-times.ts';

test('an interview is made of as many words as asked for, in their time and in order', () => {
  const transcript = makeTranscript(2000, 3);
  const words = [...wordsOf(transcript)];
  expect(words.length).toBe(2000);
  expect(timingOf(transcript)).toBe('words');
  expect(words.at(-1)?.end).toBeLessThanOrEqual(2000 * pace);
  expect(words.at(-1)?.end).toBeGreaterThan(2000 * pace - 3);
  const late = words.filter(({ end }, at) => (end ?? 0) > (words[at + 1]?.start ?? Infinity));
  expect(late).toEqual([]);
  expect(makeTranscript(2000, 3)).toEqual(transcript);
});

test('a word is late by what its painting comes after its start, a word left out by more', () => {
  const words = [1, 2, 3, 4].map((start, word): Spoken => {
    const place = { paragraph: 0, word };
    return { start, end: start + 1, from: place, to: place };
  });
  const painted = [
    { paragraph: 0, word: 0, media: 1.5 },
    { paragraph: 0, word: 1, media: 2.02 },
    { paragraph: 0, word: 3, media: 4.01 },
  ];
  expect(lagsOf({ painted }, words).map(Math.round)).toEqual([20, 1010, 10]);
});
