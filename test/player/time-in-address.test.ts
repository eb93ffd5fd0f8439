import { expect, test } from 'vitest';
import { timeInAddress } from '../../src/player/time-in-address.ts';

test.each([
  ['#t=61.2', 61.2],
  ['?t=61.2', 61.2],
  ['?t=10#t=20', 20],
  ['?t=10#transcript', 10],
  ['#t=61.2,75', 61.2],
  ['#t=1:01', 61],
  ['#t=1:02:05.5', 3725.5],
  ['#t=1m1s', 61],
  ['#t=2h', 7200],
  ['?q=loam&t=7', 7],
  ['#t=0', 0],
  ['', null],
  ['#t=', null],
  ['#t=soon', null],
  ['#t=-5', null],
  ['#t=1e9x', null],
])('%s asks for %s', (address, time) => {
  expect(timeInAddress(new URL(`https://example.org/${address}`))).toBe(time);
});
