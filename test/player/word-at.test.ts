import { describe, expect, test } from 'vitest';
import { lastBegun, playableAt, wordAt } from '../../src/player/word-at.ts';
import type { Spoken } from '../../src/player/word-times.ts';

const spoken = (start: number, end: number | null, paragraph: number, word: number): Spoken => ({
  start,
  end,
  from: { paragraph, word },
  to: { paragraph, word },
});

const words = [
  spoken(1, 1.5, 0, 0),
  spoken(1.5, 2, 0, 1),
  spoken(5, 5.4, 0, 4),
  spoken(9, null, 1, 0),
];
const indexAt = (time: number) => words.indexOf(wordAt(words, time) as Spoken);

describe('the word at a time', () => {
  test.each([
    ['before the first', 0.5, -1],
    ['at exactly a start', 1, 0],
    ['at the boundary of two words', 1.5, 1],
    ['a rounding error before a start', 4.9999, 2],
    ['shortly after an end', 2.2, 1],
    ['in a pause', 2.4, -1],
    ['after a word whose end nobody knows', 9.5, -1],
    ['long after the last', 500, -1],
  ])('%s', (_, time, index) => {
    expect(indexAt(time)).toBe(index);
  });

  test('no words, no word', () => {
    expect(wordAt([], 3)).toBeNull();
  });
});

test('how far speech has got is known in pauses too', () => {
  expect(lastBegun(words, 4)).toBe(words[1]);
  expect(lastBegun(words, 500)).toBe(words[3]);
  expect(lastBegun(words, 0)).toBeNull();
});

describe('a click on a word', () => {
  test('plays the word itself where it has a time', () => {
    expect(playableAt(words, { paragraph: 0, word: 4 })).toBe(words[2]);
  });

  test('plays the nearest timed word before it where it has none', () => {
    expect(playableAt(words, { paragraph: 0, word: 3 })).toBe(words[1]);
    expect(playableAt(words, { paragraph: 7, word: 0 })).toBe(words[3]);
  });

  test('plays the first timed word where none is before it', () => {
    const later = words.slice(1);
    expect(playableAt(later, { paragraph: 0, word: 0 })).toBe(words[1]);
    expect(playableAt([], { paragraph: 0, word: 0 })).toBeNull();
  });
});
