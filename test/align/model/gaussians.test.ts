import { describe, expect, test } from 'vitest';
import {
  best,
  type Gaussians,
  openGaussians,
  scoreStep,
} from '../../../src/align/model/gaussians.ts';
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

/**
 * By how much the four that are found of any codebook, and what they are said to score, differ from the best
 * four of a plain reckoning.
 */
function errorOf(model: AcousticModel, { scores, indexes }: Gaussians, features: Float32Array) {
  const { streams, gaussians, dimensions } = model;
  let error = 0;
  for (let block = 0; block < model.phones.length * streams; block += 1) {
    const stream = (block % streams) * dimensions;
    const seen = features.subarray(stream, stream + dimensions);
    const all = Float64Array.from({ length: gaussians }, (_, at) =>
      scoreOf(model, block * gaussians + at, seen),
    );
    const nearest = all.slice().sort().reverse();
    const found = indexes.subarray(block * best, (block + 1) * best);
    if (new Set(found).size < best) return Number.POSITIVE_INFINITY;
    for (const [rank, at] of found.entries()) {
      const score = scores[block * best + rank]! * scoreStep;
      error = Math.max(
        error,
        Math.abs(all[at]! - nearest[rank]!),
        Math.abs(score - nearest[rank]!),
      );
    }
  }
  return error;
}

describe('the four nearest Gaussians are those of a plain reckoning', () => {
  const models = [madeModel(['SIL', 'A', 'B']), realModel()].map((model) => ({
    model,
    gaussians: openGaussians(model),
  }));

  const largestError = (features: Float32Array) =>
    Math.max(
      ...models.map(({ model, gaussians }) => {
        gaussians.weigh(features);
        return errorOf(model, gaussians, features);
      }),
    );

  // What counting in whole numbers may take from a score.
  test.each([
    ['where speech is', 20, 0.1],
    ['at the edge of it', 60, 0.3],
    ['far from any', 100, 0.6],
  ])('%s', (_, farthest, within) => {
    for (let frame = 0; frame < 2; frame += 1) {
      expect(largestError(some(farthest))).toBeLessThan(within);
    }
  });

  test('between whole numbers', () => {
    expect(largestError(some(15).map((value) => value + 0.43))).toBeLessThan(1.5);
  });

  test('as they are at the farthest that counts, for what is farther still', () => {
    for (let frame = 0; frame < 2; frame += 1) {
      const far = some(1000).map((value) => (value < 0 ? -100 : 100));
      expect(largestError(far)).toBeLessThan(0.6);
      for (const { gaussians } of models) {
        const kept = [gaussians.scores.slice(), gaussians.indexes.slice()];
        gaussians.weigh(far.map((value) => value * 1e4));
        expect([gaussians.scores, gaussians.indexes]).toEqual(kept);
      }
    }
  });
});

test('a variance too narrow for the reckoning counts as wider', () => {
  const narrow = madeModel(['SIL', 'A']);
  narrow.variances.fill(1e-4);
  const gaussians = openGaussians(narrow);
  const features = some(20);
  gaussians.weigh(features);
  expect(errorOf(narrow, gaussians, features)).toBeLessThan(0.1);
});
