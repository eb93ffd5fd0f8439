import { expect, test } from 'vitest';
import { cepstra } from '../../../src/align/sound/cepstra.ts';
import type { Heard } from '../../../src/align/sound/listen.ts';
import { normalise } from '../../../src/align/sound/normalise.ts';
import { createRandom } from '../../../src/align/spot/random.ts';
import { madeModel } from '../model/made-model.ts';

const model = madeModel(['SIL', 'A', 'B']);

function made(frames: number, gain = 1, offset = 0): Heard {
  const random = createRandom(4);
  return {
    frames,
    cepstra: Float32Array.from({ length: frames * cepstra }, () => random() * gain + offset),
    energies: new Float32Array(frames).fill(5),
  };
}

function normalised(heard: Heard): Heard {
  normalise(heard, model);
  return heard;
}

test('the mean becomes nothing and the spread the model’s own', () => {
  const heard = normalised(made(400, 7, 30));
  // All Gaussians of the first stream together.
  const own: number[] = [];
  for (let gaussian = 0; gaussian < 8 * 3 * 3; gaussian += 1) {
    if (Math.floor(gaussian / 8) % 3 === 0) own.push(gaussian * 13 + 6);
  }
  const centre = own.reduce((sum, at) => sum + model.means[at]!, 0) / own.length;
  const variance = own.reduce((sum, at) => {
    return sum + model.variances[at]! + (model.means[at]! - centre) ** 2;
  }, 0);
  let [sum, squares] = [0, 0];
  for (let frame = 0; frame < 400; frame += 1) {
    sum += heard.cepstra[frame * cepstra + 6]!;
    squares += heard.cepstra[frame * cepstra + 6]! ** 2;
  }
  expect(sum / 400).toBeCloseTo(0, 4);
  expect(squares / 400).toBeCloseTo(variance / own.length, 2);
});

test('a microphone and a room that change every frame alike change nothing', () => {
  const [near, far] = [normalised(made(200)), normalised(made(200, 3, -12))];
  const apart = near.cepstra.map((value, at) => Math.abs(value - far.cepstra[at]!));
  expect(Math.max(...apart)).toBeLessThan(0.01);
});

test('digital silence does not move anything', () => {
  const spoken = made(200);
  const padded: Heard = {
    frames: 1200,
    cepstra: new Float32Array(1200 * cepstra).fill(-50),
    energies: new Float32Array(1200).fill(-9.2),
  };
  padded.cepstra.set(spoken.cepstra);
  padded.energies.set(spoken.energies);
  const alone = normalised(spoken).cepstra;
  expect(normalised(padded).cepstra.subarray(0, 200 * cepstra)).toEqual(alone);
});

test('sound that never changes stays a number', () => {
  const same = made(50, 0, 3);
  expect(normalised(same).cepstra.every((value) => Math.abs(value) < 1e-3)).toBe(true);
  const none = { ...made(50), energies: new Float32Array(50).fill(-9.2) };
  expect(normalised(none).cepstra.every(Number.isFinite)).toBe(true);
});
