import { expect, test } from 'vitest';
import { loudnessOf } from '../../../src/align/sound/loudness.ts';

/** Frames of the same energy. */
const frames = (count: number, energy: number) => new Array<number>(count).fill(energy);

/** A voice at 16 that rests for half a second every second, on noise of the given energy. */
const talk = (seconds: number, noise: number) =>
  Array.from({ length: seconds }, () => [...frames(50, 16), ...frames(50, noise)]).flat();

test('a rest is quiet, a voice is loud, and what is between is between', () => {
  const loudness = loudnessOf(Float32Array.from([...talk(4, 6), ...frames(10, 11)]));
  expect(loudness[25]).toBe(1);
  expect(loudness[75]).toBe(0);
  expect(loudness.at(-1)).toBeCloseTo(0.5);
});

test('digital silence is not so far down that a murmur would be silent beside it', () => {
  const loudness = loudnessOf(Float32Array.from([...talk(4, -9), ...frames(10, 8)]));
  expect(loudness[75]).toBe(0);
  expect(loudness.at(-1)).toBeGreaterThan(0.25);
});

test('where the room changes, each has its own quiet', () => {
  const quiet = 8;
  const noisy = 10.5;
  const loudness = loudnessOf(Float32Array.from([...talk(8, quiet), ...talk(8, noisy)]));
  expect(loudness[475]).toBe(0);
  expect(loudness[875]).toBe(0);
  expect(loudness[1475]).toBe(0);
  expect(loudness[825]).toBe(1);
});

test('a fade, a hum and no sound at all have loudness of 0 to 1', () => {
  const fade = Array.from({ length: 300 }, (_, at) => 16 - at / 10);
  for (const energies of [fade, frames(300, 5), frames(3, 5), []]) {
    const loudness = loudnessOf(Float32Array.from(energies));
    expect(loudness).toHaveLength(energies.length);
    expect(loudness.every((loud) => loud >= 0 && loud <= 1)).toBe(true);
  }
});
