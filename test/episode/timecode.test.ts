import { expect, test } from 'vitest';
import { captionTime, clock, isoDuration } from '../../src/episode/timecode.ts';

test.each([
  [0, '0:00'],
  [7.9, '0:07'],
  [409, '6:49'],
  [3725, '1:02:05'],
  [360_000, '100:00:00'],
  [-1, '0:00'],
])('%s seconds are read as %s', (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

test('a caption’s time has milliseconds, and is never 60 seconds', () => {
  expect(captionTime(59.9996)).toBe('00:01:00.000');
  expect(captionTime(3725.25, ',')).toBe('01:02:05,250');
  expect(captionTime(360_000)).toBe('100:00:00.000');
});

test.each([
  [0, 'PT0S'],
  [60, 'PT1M'],
  [409.4, 'PT6M49S'],
  [3605, 'PT1H5S'],
])('%s seconds last %s', (seconds, text) => {
  expect(isoDuration(seconds)).toBe(text);
});
