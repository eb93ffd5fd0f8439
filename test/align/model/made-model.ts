import type { AcousticModel } from '../../../src/align/model/read-model.ts';
import { createRandom } from '../../../src/align/spot/random.ts';

const streams = 3;
const gaussians = 8;
const dimensions = 13;

/**
 * A model of few phones and of numbers that mean nothing: each phone has three senones of its own, whatever
 * stands beside it.
 *
 * @param phones silence first
 */
export function madeModel(phones: string[]): AcousticModel {
  const random = createRandom(11);
  const count = phones.length;
  const senones = count * 3;
  const between = (least: number, most: number) => () => least + (most - least) * random();
  const made = (length: number, value: () => number) => Float32Array.from({ length }, value);
  const numbers = count * streams * gaussians * dimensions;
  const inContext = Array.from({ length: 4 * count ** 3 }, (_, at) => {
    return Math.floor(at / count ** 2) % count;
  });
  return {
    phones,
    silence: 0,
    senones,
    streams,
    gaussians,
    dimensions,
    means: made(numbers, between(-20, 20)),
    variances: made(numbers, between(5, 90)),
    transitions: new Float32Array(count * 6),
    weights: Uint8Array.from(made(streams * gaussians * senones, between(0, 160))),
    phoneOfSenone: Uint8Array.from({ length: senones }, (_, senone) => Math.floor(senone / 3)),
    sequences: Uint16Array.from({ length: senones }, (_, senone) => senone),
    alone: Uint16Array.from({ length: count }, (_, phone) => phone),
    triphones: Uint16Array.from(inContext),
  };
}
