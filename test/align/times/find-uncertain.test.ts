import { expect, test } from 'vitest';
import { findUncertain } from '../../../src/align/times/find-uncertain.ts';
import { inARow } from './made-times.ts';

test('four doubtful words in a row and more are a stretch', () => {
  expect(findUncertain(inARow('++????++'))).toEqual([{ start: 1, end: 3 }]);
  expect(findUncertain(inARow('++???+???'))).toEqual([]);
});

test('a stretch may be at either end, and go over words that were not found', () => {
  expect(findUncertain(inARow('????+??--??'))).toEqual([
    { start: 0, end: 2 },
    { start: 2.5, end: 5.5 },
  ]);
});

test('what is sure or not found at all is no stretch', () => {
  expect(findUncertain(inARow('++++++'))).toEqual([]);
  expect(findUncertain(inARow('------'))).toEqual([]);
  expect(findUncertain([])).toEqual([]);
});
