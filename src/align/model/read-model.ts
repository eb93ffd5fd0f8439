import { brotliDecompressSync } from 'node:zlib';
import { AlongsideError } from '../../episode/error.ts';

/**
 * What is known of how phones sound: CMU Sphinx's US English model. Each phone has a codebook of Gaussians
 * for each of three streams of features, and each senone (a third of a phone, in its context) its own
 * weights for the Gaussians of its phone. See X. D. Huang, F. Alleva, H.-W. Hon, M.-Y. Hwang, R. Rosenfeld:
 * The SPHINX-II Speech Recognition System (1993), and, for tying by phone, the model's own README.
 */
export interface AcousticModel {
  /** ARPABET, silence and noises among them. */
  phones: string[];
  silence: number;
  senones: number;
  streams: number;
  /** Gaussians in a codebook. */
  gaussians: number;
  /** Numbers in a stream. */
  dimensions: number;
  /** [phone][stream][gaussian][dimension] */
  means: Float32Array;
  variances: Float32Array;
  /** [phone][state]: natural logarithms of the chance to stay and to go on. */
  transitions: Float32Array;
  /** [stream][gaussian][senone], as steps of `weightStep` below 0. */
  weights: Uint8Array;
  phoneOfSenone: Uint8Array;
  /** Three senones for each state sequence. */
  sequences: Uint16Array;
  /** The state sequence of a phone by itself. */
  alone: Uint16Array;
  /** [position in the word][phone][phone before][phone after] → state sequence */
  triphones: Uint16Array;
}

/** A weight of n stands for this n times, as a natural logarithm: Sphinx counts in powers of 1.0001, by 1024. */
export const weightStep = -1024 * Math.log(1.0001);

/**
 * Reads the file that `scripts/make-acoustic-model.ts` writes; what is in it stands there.
 *
 * @throws AlongsideError `align_failed` where it is damaged
 */
export function readModel(compressed: Uint8Array): AcousticModel {
  try {
    return unpack(brotliDecompressSync(compressed));
  } catch (cause) {
    throw new AlongsideError(
      'align_failed',
      'The acoustic model’s file is damaged.',
      { remedy: 'Put it back with `npm run build`.' },
      cause,
    );
  }
}

function unpack(bytes: Buffer): AcousticModel {
  let at = bytes.indexOf('\n') + 1;
  const { tables, ...facts } = JSON.parse(bytes.toString('utf8', 0, at));
  const take = (length: number, width: number) => {
    const from = bytes.byteOffset + at;
    at += Math.ceil((length * width) / 4) * 4;
    return bytes.buffer.slice(from, from + length * width) as ArrayBuffer;
  };
  const floats = (name: string) => new Float32Array(take(tables[name], 4));
  const shorts = (name: string) => new Uint16Array(take(tables[name], 2));
  const small = (name: string) => new Uint8Array(take(tables[name], 1));
  return {
    ...facts,
    means: fromSteps(facts, floats('meanRange'), shorts('means')),
    variances: fromSteps(facts, floats('varianceRange'), shorts('variances')).map(Math.exp),
    transitions: floats('transitions'),
    weights: small('weights'),
    phoneOfSenone: small('phoneOfSenone'),
    sequences: shorts('sequences'),
    alone: shorts('alone'),
    triphones: shorts('triphones'),
  };
}

function fromSteps(
  { streams, gaussians, dimensions }: Pick<AcousticModel, 'streams' | 'gaussians' | 'dimensions'>,
  range: Float32Array,
  steps: Uint16Array,
): Float32Array {
  const values = new Float32Array(steps.length);
  let at = 0;
  while (at < steps.length) {
    for (let stream = 0; stream < streams; stream += 1) {
      for (let gaussian = 0; gaussian < gaussians; gaussian += 1) {
        for (let dimension = 0; dimension < dimensions; dimension += 1, at += 1) {
          const column = 2 * (stream * dimensions + dimension);
          values[at] = range[column]! + steps[at]! * range[column + 1]!;
        }
      }
    }
  }
  return values;
}
