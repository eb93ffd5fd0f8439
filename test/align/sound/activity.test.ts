import { expect, test } from 'vitest';
import { findActivity } from '../../../src/align/sound/activity.ts';

/** Stretches of so many frames of an energy. */
const energies = (...stretches: [number, number][]) =>
  Float32Array.from(
    stretches.flatMap(([frames, energy]) => new Array<number>(frames).fill(energy)),
  );

test('loud frames are active and quiet ones are not', () => {
  const active = findActivity(energies([50, 5], [50, 14], [50, 5]));
  expect(Array.from(active.subarray(5, 45))).not.toContain(1);
  expect(Array.from(active.subarray(52, 98))).not.toContain(0);
  expect(Array.from(active.subarray(105))).not.toContain(1);
});

test('a click of one frame is not speech, and a hole of one frame is no rest', () => {
  const click = findActivity(energies([40, 5], [1, 8], [40, 5], [60, 14]));
  expect(Array.from(click.subarray(0, 75))).not.toContain(1);
  const hole = findActivity(energies([60, 5], [40, 14], [1, 5], [40, 14]));
  expect(Array.from(hole.subarray(65, 135))).not.toContain(0);
});

test('digital silence beside it does not make a quiet room loud', () => {
  const room: [number, number][] = [
    [60, 5],
    [60, 14],
    [60, 5],
  ];
  const beside = findActivity(energies([500, -9.2], ...room));
  expect(beside.subarray(505)).toEqual(findActivity(energies(...room)).subarray(5));
  expect(Array.from(beside.subarray(0, 495))).not.toContain(1);
});

test('in nothing, nothing is heard', () => {
  expect(Array.from(findActivity(energies([20, -9.2])))).not.toContain(1);
  expect(findActivity(new Float32Array())).toHaveLength(0);
});
