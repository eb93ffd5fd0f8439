import { expect, test } from 'vitest';
import { codesOf } from '../../../src/align/spot/codes.ts';

const names = ['SIL', '+NSN+', 'AA', 'K', 'ER'];

test('a vowel takes three steps through its thirds, a consonant two', () => {
  expect(Array.from(codesOf([3, 2], names))).toEqual([9, 11, 6, 7, 8]);
  expect(Array.from(codesOf([4], names))).toEqual([12, 13, 14]);
});

test('silence and noises are not looked for', () => {
  expect(codesOf([0, 1], names)).toHaveLength(0);
  expect(codesOf([], names)).toHaveLength(0);
});
