import { expect, test } from 'vitest';
import { confidenceOf } from '../../../src/align/times/confidence.ts';
import { secondsOf } from '../../../src/align/times/seconds-of.ts';

const word = { start: 100, end: 130, afterRest: false, beforeRest: false, fit: -0.5 };

test('a word between others begins and ends in the middle of what frames share', () => {
  expect(secondsOf(word)).toEqual({ start: 1.005, end: 1.305 });
});

test('beside a rest frames reach farther than the word', () => {
  expect(secondsOf({ ...word, afterRest: true })).toEqual({ start: 1.03, end: 1.305 });
  expect(secondsOf({ ...word, beforeRest: true })).toEqual({ start: 1.005, end: 1.3 });
});

test('times are whole milliseconds, hours in', () => {
  const late = { ...word, start: 1_234_567, end: 1_234_570 };
  expect(secondsOf(late)).toEqual({ start: 12_345.675, end: 12_345.705 });
});

test('no word is so short that it ends before it begins', () => {
  const short = { ...word, end: 103, afterRest: true, beforeRest: true };
  const { start, end } = secondsOf(short);
  expect(end).toBeGreaterThanOrEqual(start);
});

test('a word that fits as is usual is sure, one that fits much worse is not', () => {
  expect(confidenceOf(word, -0.5)).toBeGreaterThan(0.95);
  expect(confidenceOf({ ...word, fit: -3.1 }, -0.5)).toBe(0.5);
  expect(confidenceOf({ ...word, fit: -9 }, -0.5)).toBeLessThan(0.01);
});

test('what is usual is the recording’s own, where that is worse', () => {
  const noisy = { ...word, fit: -3.1 };
  expect(confidenceOf(noisy, -3)).toBeGreaterThan(0.95);
  expect(confidenceOf(noisy, -0.1)).toBe(confidenceOf(noisy, -0.5));
});

test('a better fit is never less sure', () => {
  const sureness = [-20, -8, -4, -2, -1, 0].map((fit) => confidenceOf({ ...word, fit }, -1));
  expect(sureness).toEqual(sureness.slice().sort((a, b) => a - b));
  expect(sureness.every((value) => value >= 0 && value <= 1)).toBe(true);
});
