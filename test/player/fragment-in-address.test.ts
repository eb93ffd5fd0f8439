import { expect, test } from 'vitest';
import { printFragment } from '../../src/episode/media-fragment.ts';
import { fragmentInAddress } from '../../src/player/fragment-in-address.ts';

test.each([
  ['#t=61.2', 61.2, null],
  ['?t=61.2', 61.2, null],
  ['?t=10#t=20', 20, null],
  ['?t=10#transcript', 10, null],
  ['#t=61.2,75', 61.2, 75],
  ['#t=61.2%2C75', 61.2, 75],
  ['#t=npt:61.2,75', 61.2, 75],
  ['#t=,75', 0, 75],
  ['#t=75,61', 75, null],
  ['#t=61,soon', 61, null],
  ['#t=1:01,1:15', 61, 75],
  ['#t=1:02:05.5', 3725.5, null],
  ['#t=1m1s', 61, null],
  ['#t=2h', 7200, null],
  ['?q=loam&t=7', 7, null],
  ['#t=0', 0, null],
])('%s asks for %s to %s', (address, start, end) => {
  const asked = new URL(`https://example.org/${address}`);
  expect(fragmentInAddress(asked)).toEqual({ start, end });
});

test.each(['', '#t=', '#t=soon', '#t=-5', '#t=1e9x', '#t=,', '#t=,soon'])(
  '%s asks for nothing',
  (address) => {
    expect(fragmentInAddress(new URL(`https://example.org/${address}`))).toBeNull();
  },
);

test.each([
  [{ start: 61.2, end: 75.904 }, '61.2,75.9'],
  [{ start: 0, end: null }, '0'],
])('%o is written as %s', (stretch, address) => {
  expect(printFragment(stretch)).toBe(address);
});
