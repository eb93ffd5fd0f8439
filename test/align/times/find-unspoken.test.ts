import { expect, test } from 'vitest';
import { findUnspoken } from '../../../src/align/times/find-unspoken.ts';
import { words } from '../../render/an-episode.ts';
import { inARow, spoken } from './made-times.ts';

const unspoken = (text: string, signs: string) =>
  findUnspoken(spoken(words(text)), inARow(signs, 10));

test('three words and more that were not found are a passage', () => {
  expect(unspoken('a b c d e', '+---+')).toEqual([{ words: 3, begins: 'b c d', after: 10.5 }]);
  expect(unspoken('a b c d', '+--+')).toEqual([]);
});

test('a long one is known by its first eight words', () => {
  expect(unspoken('a b c d e f g h', '--------')).toEqual([
    { words: 8, begins: 'a b c d e f g h', after: 0 },
  ]);
  expect(unspoken('a b c d e f g h i', '---------')[0]?.begins).toBe('a b c d e f g h …');
});

test('each passage comes after the last word that was found', () => {
  expect(unspoken('a b c d e f g h', '---++---')).toEqual([
    { words: 3, begins: 'a b c', after: 0 },
    { words: 3, begins: 'f g h', after: 12.5 },
  ]);
});

test('where all was found there is none', () => {
  expect(unspoken('a b c', '+++')).toEqual([]);
  expect(findUnspoken([], [])).toEqual([]);
});
