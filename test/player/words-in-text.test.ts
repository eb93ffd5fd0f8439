import { expect, test } from 'vitest';
import { offsetsOfWord, wordOfOffset } from '../../src/player/words-in-text.ts';

const text = 'Clay, “hair” and 10 000 more';

test('every offset of a word finds that word, and the word finds its offsets', () => {
  for (const [at, word] of text.split(' ').entries()) {
    const { start, end } = offsetsOfWord(text, at);
    expect(text.slice(start, end)).toBe(word);
    for (let offset = start; offset <= end; offset += 1) {
      expect(wordOfOffset(text, offset)).toBe(at);
    }
  }
});

test('a word beyond the last is the last', () => {
  expect(offsetsOfWord('one two', 9)).toEqual({ start: 4, end: 7 });
});
