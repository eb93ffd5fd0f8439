import { expect, test } from 'vitest';
import { scoreRests } from '../../../src/align/fit/rest-scores.ts';

const frames = (count: number, energy: number) => new Array<number>(count).fill(energy);
/** As in a room: the voice goes down for half a second once it has stopped. */
const fade = (from: number, to: number) =>
  Array.from({ length: 50 }, (_, at) => from + ((to - from) * at) / 50);

const score = (energies: number[]) => scoreRests(Float32Array.from(energies));

test('silence passes for a rest at no cost, a voice at a high one', () => {
  const { fading, silent } = score([...frames(100, 16), ...frames(100, 5), ...frames(100, 16)]);
  expect(silent[150]).toBe(0);
  expect(fading[150]).toBe(0);
  expect(silent[50]).toBeLessThan(-20);
  expect(fading[50]).toBeLessThan(-10);
});

test('a rest costs little while the voice is fading, but only at its beginning', () => {
  const { fading, silent } = score([...frames(100, 16), ...fade(16, 5), ...frames(100, 5)]);
  expect(fading[115]).toBeGreaterThanOrEqual(-2);
  expect(silent[115]).toBeLessThan(-10);
});

test('a voice that begins is no rest from its first frames', () => {
  const { fading, silent } = score([...frames(100, 5), ...frames(100, 16)]);
  expect(silent[99]).toBe(0);
  expect(silent[100]).toBeLessThan(-20);
  expect(fading[100]).toBeLessThan(-10);
});

test('a soft murmur before a vowel is not part of the rest before it', () => {
  const { silent } = score([...frames(100, -9), ...frames(10, 8), ...frames(200, 16)]);
  expect(silent[99]).toBe(0);
  expect(silent[105]).toBeLessThan(-4);
});
