import { describe, expect, test } from 'vitest';
import { best, openGaussians, scoreStep } from '../../../src/align/model/gaussians.ts';
import type { AcousticModel } from '../../../src/align/model/read-model.ts';
import { createRandom } from '../../../src/align/spot/random.ts';
import { madeModel } from './made-model.ts';
import { realModel } from './real-model.ts';

const random = createRandom(5);
const some = (furthest: number) =>
  Float32Array.from({ length: 39 }, () => Math.round((2 * random() - 1) * furthest));

/** The logarithm of a normal distribution with a diagonal covariance, no variance below 4. */
function scoreOf(model: AcousticModel, gaussian: number, stream: Float32Array): number {
  let score = 0;
  for (const [dimension, value] of stream.entries()) {
    const at = gaussian * model.dimensions + dimension;
    const variance = Math.max(4, model.variances[at]!);
    const apart = (value - model.means[at]!) ** 2 / variance;
    score -= (Math.log(2 * Math.PI * variance) + apart) / 2;
  }
  return score;
}

/** Of each codebook, what its best four reach in a plain reckoning, and what those found do. */
function compare(model: AcousticModel, features: Float32Array) {
  const { weigh, scores, indexes } = openGaussians(model);
  weigh(features);
  const { streams, gaussians, dimensions } = model;
  return Array.from({ length: model.phones.length * streams }, (_, block) => {
    const stream = block % streams;
    const seen = features.subarray(stream * dimensions, (stream + 1) * dimensions);
    const all = Array.from({ length: gaussians }, (_, at) =>
      scoreOf(model, block * gaussians + at, seen),
    );
    const found = Array.from(indexes.subarray(block * best, (block + 1) * best));
    return {
      nearest: all
        .slice()
        .sort((a, b) => b - a)
        .slice(0, best),
      found,
      reached: found.map((at) => all[at]!),
      scores: Array.from(scores.subarray(block * best, (block + 1) * best), (s) => s * scoreStep),
    };
  });
}

/** @param within what whole numbers may take from a score */
function expectNearest(model: AcousticModel, features: Float32Array, within: number) {
  for (const { nearest, found, reached, scores } of compare(model, features)) {
    expect(new Set(found).size).toBe(best);
    for (const [rank, score] of nearest.entries()) {
      expect(Math.abs(reached[rank]! - score)).toBeLessThan(within);
      expect(Math.abs(scores[rank]! - score)).toBeLessThan(within);
    }
    expect(scores).toEqual(scores.slice().sort((a, b) => b - a));
  }
}

describe('the four nearest Gaussians are those of a plain reckoning', () => {
  const made = madeModel(['SIL', 'A', 'B']);
  const real = realModel();

  test.each([
    ['where speech is', 20, 0.1],
    ['at the edge of it', 60, 0.2],
    ['far from any', 100, 0.5],
  ])('%s', (_, furthest, within) => {
    for (let frame = 0; frame < 3; frame += 1) {
      expectNearest(made, some(furthest), within);
      expectNearest(real, some(furthest), within);
    }
  });

  test('between whole numbers', () => {
    expectNearest(
      real,
      some(15).map((value) => value + 0.43),
      1.5,
    );
  });

  test('as they are at the farthest that counts, for what is farther still', () => {
    for (let frame = 0; frame < 3; frame += 1) {
      const far = some(1).map((value) => (value < 0 ? -1 : 1) * 1e6);
      const { weigh, scores, indexes } = openGaussians(real);
      weigh(far);
      const kept = [scores.slice(), indexes.slice()];
      weigh(far.map((value) => Math.sign(value) * 100));
      expect([scores, indexes]).toEqual(kept);
      expectNearest(
        real,
        far.map((value) => Math.sign(value) * 100),
        1,
      );
    }
  });
});

test('a variance too narrow for the reckoning counts as wider', () => {
  const narrow = madeModel(['SIL', 'A']);
  narrow.variances.fill(1e-4);
  expectNearest(narrow, some(20), 0.1);
});
