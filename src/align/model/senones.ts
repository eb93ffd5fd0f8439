import { readFeatures } from '../sound/features.ts';
import type { Heard } from '../sound/listen.ts';
import { best, openGaussians, scoreStep } from './gaussians.ts';
import { type AcousticModel, weightStep } from './read-model.ts';

/** Says how well a frame of the recording fits a senone. */
export interface SenoneScores {
  /** Turns to a frame. */
  look(frame: number): void;
  /** Natural logarithm of the likelihood of the frame looked at, but for a constant of that frame. */
  score(senone: number): number;
  /** Lowers everything that a phone scores. */
  penalise(penalties: Float32Array): void;
}

/** A Gaussian this far below the best of its stream counts as no farther: e^9.83 = 2^14.2 times less likely. */
const farthest = -9.83;

/**
 * Opens a model on a recording. A senone's score is the sum over the three streams of
 * log Σ weight · Gaussian, over the four nearest Gaussians of its phone's codebook.
 */
export function openSenones(model: AcousticModel, heard: Heard): SenoneScores {
  const gaussians = openGaussians(model);
  const { indexes } = gaussians;
  const near = new Float32Array(gaussians.scores.length);
  const { senones, streams, weights, phoneOfSenone } = model;
  const frameFeatures = new Float32Array(streams * model.dimensions);
  const known = new Float32Array(senones);
  const knownAt = new Int32Array(senones).fill(-1);
  const penalties = new Float32Array(model.phones.length);
  let current = -1;

  return {
    penalise(more) {
      penalties.set(more);
      knownAt.fill(-1);
    },
    look(frame) {
      if (frame === current) return;
      current = frame;
      readFeatures(heard, frame, frameFeatures);
      gaussians.weigh(frameFeatures);
      measureFromBest(gaussians.scores, streams, near);
    },
    score(senone) {
      if (knownAt[senone] === current) return known[senone]!;
      const phone = phoneOfSenone[senone]!;
      let total = -penalties[phone]!;
      for (let stream = 0; stream < streams; stream += 1) {
        const from = (phone * streams + stream) * best;
        const column = stream * model.gaussians;
        let sum = near[from]! + weightStep * weights[(column + indexes[from]!) * senones + senone]!;
        for (let at = from + 1; at < from + best; at += 1) {
          const weight = weightStep * weights[(column + indexes[at]!) * senones + senone]!;
          sum = addLogs(sum, near[at]! + weight);
        }
        total += sum;
      }
      knownAt[senone] = current;
      known[senone] = total;
      return total;
    },
  };
}

/** Measures each stream from its best Gaussian, so that a frame unlike any speech does not decide everything. */
function measureFromBest(scores: Int32Array, streams: number, near: Float32Array): void {
  for (let stream = 0; stream < streams; stream += 1) {
    let most = scores[stream * best]!;
    for (let at = stream * best; at < near.length; at += streams * best) {
      if (scores[at]! > most) most = scores[at]!;
    }
    for (let at = stream * best; at < near.length; at += streams * best) {
      for (let rank = at; rank < at + best; rank += 1) {
        near[rank] = Math.max((scores[rank]! - most) * scoreStep, farthest);
      }
    }
  }
}

/** log(1 + e^−x) in steps of 1/256 up to 16, beyond which it is nothing. */
const corrections = Float32Array.from({ length: 4096 }, (_, at) => Math.log1p(Math.exp(-at / 256)));

/** log(e^a + e^b) */
function addLogs(a: number, b: number): number {
  const apart = a > b ? a - b : b - a;
  const more = a > b ? a : b;
  return apart < 15.9 ? more + corrections[(apart * 256) | 0]! : more;
}
