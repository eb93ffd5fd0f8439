import { beforeAll, expect, test } from 'vitest';
import { type Gaussians, openGaussians, scoreStep } from '../../../src/align/model/gaussians.ts';
import { type AcousticModel, weightStep } from '../../../src/align/model/read-model.ts';
import { openSenones } from '../../../src/align/model/senones.ts';
import { features, readFeatures } from '../../../src/align/sound/features.ts';
import type { Heard } from '../../../src/align/sound/listen.ts';
import { createRandom } from '../../../src/align/spot/random.ts';
import { realModel } from './real-model.ts';

let model: AcousticModel;
let heard: Heard;
let gaussians: Gaussians;

beforeAll(() => {
  model = realModel();
  gaussians = openGaussians(model);
  const random = createRandom(9);
  const cepstra = Float32Array.from({ length: 20 * 13 }, (_, at) => {
    return (2 * random() - 1) * (at % 13 === 0 ? 20 : 6);
  });
  heard = { frames: 20, cepstra, energies: new Float32Array(20) };
});

/** log Σ weight · Gaussian over the four nearest, none more than 9.83 below the best of the stream. */
function plainScore(frame: number, senone: number): number {
  const into = new Float32Array(features);
  readFeatures(heard, frame, into);
  const { weigh, scores, indexes } = gaussians;
  weigh(into);
  const phone = model.phoneOfSenone[senone]!;
  let total = 0;
  for (let stream = 0; stream < 3; stream += 1) {
    const most = Math.max(...model.phones.map((_, other) => scores[(other * 3 + stream) * 4]!));
    let sum = 0;
    for (let rank = 0; rank < 4; rank += 1) {
      const at = (phone * 3 + stream) * 4 + rank;
      const row = stream * model.gaussians + indexes[at]!;
      const weight = model.weights[row * model.senones + senone]! * weightStep;
      sum += Math.exp(Math.max((scores[at]! - most) * scoreStep, -9.83) + weight);
    }
    total += Math.log(sum);
  }
  return total;
}

test('a senone scores what a plain reckoning says', () => {
  const senones = openSenones(model, heard);
  for (const frame of [0, 7, 19]) {
    senones.look(frame);
    for (let senone = 3; senone < model.senones; senone += 997) {
      expect(Math.abs(senones.score(senone) - plainScore(frame, senone))).toBeLessThan(0.04);
    }
  }
});

test('scores are those of the frame looked at, in whatever order', () => {
  const senones = openSenones(model, heard);
  const scoreAt = (frame: number) => {
    senones.look(frame);
    return Math.round(senones.score(500) * 1000);
  };
  const [first, second] = [scoreAt(3), scoreAt(12)];
  expect(first).not.toBe(second);
  expect([scoreAt(12), scoreAt(3), scoreAt(3)]).toEqual([second, first, first]);
});

test('what a phone is penalised by is taken off all its senones and no others', () => {
  const senones = openSenones(model, heard);
  senones.look(5);
  const own = model.phoneOfSenone.indexOf(4);
  const other = model.phoneOfSenone.indexOf(5);
  const before = [senones.score(own), senones.score(other)] as const;
  const penalties = new Float32Array(model.phones.length);
  penalties[4] = 1.5;
  senones.penalise(penalties);
  expect(senones.score(own)).toBeCloseTo(before[0] - 1.5, 4);
  expect(senones.score(other)).toBe(before[1]);
});
