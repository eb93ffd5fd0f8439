import { kernel } from './kernel.ts';
import type { AcousticModel } from './read-model.ts';

/** How many Gaussians of a codebook count; the others add next to nothing. */
export const best = 4;

/** What 1 in a score stands for: scores are whole numbers of 1/65536, as natural logarithms. */
export const scoreStep = 1 / 65_536;

/** The nearest Gaussians of every codebook for one frame. */
export interface Gaussians {
  /**
   * Looks at a frame: fills `scores` and `indexes`.
   *
   * @param features 39 numbers: three streams of 13
   */
  weigh(features: Float32Array): void;
  /** [phone][stream][rank], the best first, in steps of `scoreStep`. */
  scores: Int32Array;
  /** [phone][stream][rank]: which Gaussian. */
  indexes: Int32Array;
}

/** Features and their squares in pairs; `scripts/acoustic-model/kernel-text.ts` has the same sizes. */
const pairs = 13;
const groupShorts = (16 + pairs * 16) / 2;

/** How finely features are counted; their squares are counted in ones. Speech stays far within the limit. */
const featureSteps = 32;
const largest = 100;

/** Narrower than this no Gaussian is, nor any so narrow that its factor would not fit into 16 bits. */
const leastVariance = 4;

/** Lays a model out as the kernel wants it, four Gaussians side by side. */
export function openGaussians(model: AcousticModel): Gaussians {
  const { phones, streams, dimensions } = model;
  const blocks = phones.length * streams;
  const groups = model.gaussians / 4;
  const scoresAt = streams * pairs * 4;
  const indexesAt = scoresAt + blocks * best * 4;
  const modelAt = Math.ceil((indexesAt + blocks * best * 4) / 16) * 16;
  const instance = new WebAssembly.Instance(
    new WebAssembly.Module(Uint8Array.from(Buffer.from(kernel, 'base64'))),
  );
  const { memory, best: findBest } = instance.exports as unknown as Kernel;
  memory.grow(Math.ceil((modelAt + blocks * groups * groupShorts * 2) / 65_536));
  layOut(model, new Int16Array(memory.buffer, modelAt, blocks * groups * groupShorts));
  const input = new Int16Array(memory.buffer, 0, streams * pairs * 2);
  return {
    weigh(features) {
      for (let stream = 0; stream < streams; stream += 1) {
        const at = stream * pairs * 2;
        for (let dimension = 0; dimension < dimensions; dimension += 1) {
          const feature = features[stream * dimensions + dimension]!;
          const value = Math.max(-largest, Math.min(largest, feature));
          input[at + dimension * 2] = Math.round(value * featureSteps);
          input[at + dimension * 2 + 1] = Math.round(value * value);
        }
      }
      findBest(blocks, groups, 0, modelAt, scoresAt, indexesAt);
    },
    scores: new Int32Array(memory.buffer, scoresAt, blocks * best),
    indexes: new Int32Array(memory.buffer, indexesAt, blocks * best),
  };
}

interface Kernel {
  memory: WebAssembly.Memory;
  best(
    ...[blocks, groups, features, model, scores, indexes]: [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
  ): void;
}

/** A Gaussian's logarithm as a constant, and a factor for each feature and for each square. */
function layOut({ means, variances, dimensions }: AcousticModel, target: Int16Array): void {
  const constants = new Int32Array(target.buffer, target.byteOffset, target.length / 2);
  const gaussians = means.length / dimensions;
  for (let gaussian = 0; gaussian < gaussians; gaussian += 1) {
    const group = (gaussian >> 2) * groupShorts;
    const lane = gaussian & 3;
    let constant = 0;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const mean = means[gaussian * dimensions + dimension]!;
      const narrowest = Math.abs(mean) / (scoreStep * featureSteps * 32_767);
      const given = variances[gaussian * dimensions + dimension]!;
      const variance = Math.max(given, leastVariance, narrowest);
      constant -= 0.5 * Math.log(2 * Math.PI * variance) + mean ** 2 / (2 * variance);
      const at = group + 8 + dimension * 8 + lane * 2;
      target[at] = Math.round(mean / variance / (scoreStep * featureSteps));
      target[at + 1] = Math.round(-1 / (2 * variance) / scoreStep);
    }
    constants[group / 2 + lane] = Math.round(constant / scoreStep);
  }
}
