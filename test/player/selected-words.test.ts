import { describe, expect, test } from 'vitest';
import { stretchOf, wordsWithin } from '../../src/player/selected-words.ts';
import type { Spoken } from '../../src/player/word-times.ts';

const at = (paragraph: number, word: number) => ({ paragraph, word });
type At = [paragraph: number, word: number];
const spoken = (start: number, end: number | null, from: At, to: At = from): Spoken => ({
  start,
  end,
  from: at(...from),
  to: at(...to),
});

const words = [
  spoken(1, 1.5, [0, 0]),
  spoken(1.5, 2, [0, 1]),
  // Said together, as in a cue.
  spoken(3, 5, [0, 3], [1, 2]),
  spoken(9, null, [1, 3]),
  spoken(12, 12.4, [1, 4]),
];

describe('when selected words are spoken', () => {
  test.each([
    ['one word', [0, 0], [0, 0], { start: 1, end: 1.5 }],
    ['several', [0, 0], [0, 1], { start: 1, end: 2 }],
    ['untimed words in between', [0, 1], [0, 3], { start: 1.5, end: 5 }],
    ['a word of a cue stands for the cue', [1, 1], [1, 1], { start: 3, end: 5 }],
    ['an end nobody knows is the next beginning', [1, 3], [1, 3], { start: 9, end: 12 }],
    ['words that nobody timed', [0, 2], [0, 2], null],
  ] as const)('%s', (_, from, to, stretch) => {
    expect(stretchOf(words, { from: at(from[0], from[1]), to: at(to[0], to[1]) })).toEqual(stretch);
  });

  test('people who talk at once are taken from the first start to the last end', () => {
    const both = [spoken(5, 8, [0, 0]), spoken(4, 5, [1, 0])];
    expect(stretchOf(both, { from: at(0, 0), to: at(1, 0) })).toEqual({ start: 4, end: 8 });
  });
});

describe('the words of a stretch', () => {
  test.each([
    [1, 2],
    [1.5, 5],
    [3, 5],
    [9, 12],
  ])('from %f to %f lead back to the same stretch', (start, end) => {
    const [run, ...others] = wordsWithin(words, { start, end });
    expect(others).toEqual([]);
    expect(stretchOf(words, run as NonNullable<typeof run>)).toEqual({ start, end });
  });

  test('are runs of neighbours where people talk at once', () => {
    const crossed = [spoken(1, 2, [0, 0]), spoken(7, 8, [0, 1]), spoken(1.5, 2, [1, 0])];
    expect(wordsWithin(crossed, { start: 1, end: 2 })).toEqual([
      { from: at(0, 0), to: at(0, 0) },
      { from: at(1, 0), to: at(1, 0) },
    ]);
  });

  test('a moment is no stretch', () => {
    expect(wordsWithin(words, { start: 1, end: null })).toEqual([]);
  });
});
