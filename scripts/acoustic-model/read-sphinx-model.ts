import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Definition, readDefinition } from './read-definition.ts';
import { readParameters } from './read-parameters.ts';

/**
 * A phonetically tied mixture model: every context-independent phone has one codebook of Gaussians for each
 * of three feature streams (cepstra, their differences, and the differences of these), and every senone, a
 * state of a phone in its context, weighs the Gaussians of its phone.
 */
export interface SphinxModel extends Definition {
  streams: number;
  gaussians: number;
  dimensions: number;
  /** [phone][stream][gaussian][dimension] */
  means: Float32Array;
  variances: Float32Array;
  /** Natural logarithms, for each phone's three states: of staying and of going on. */
  transitions: Float32Array;
  /** [stream][gaussian][senone]; a weight w is stored as −log(w) / log(1.0001) / 1024. */
  weights: Uint8Array;
}

/** Reads a folder as SphinxTrain writes it. */
export function readSphinxModel(folder: string): SphinxModel {
  const file = (name: string) => readFileSync(join(folder, name));
  const definition = readDefinition(file('mdef'));
  const means = readParameters(file('means'));
  const variances = readParameters(file('variances'));
  const [codebooks, streams, gaussians, ...lengths] = means.shape;
  if (codebooks !== definition.phones.length || streams !== 3 || gaussians === undefined) {
    throw new Error('This is no phonetically tied model of three streams.');
  }
  return {
    ...definition,
    streams,
    gaussians,
    dimensions: lengths[0] ?? 0,
    means: means.values,
    variances: variances.values,
    transitions: readTransitions(file('transition_matrices')),
    weights: readWeights(file('sendump'), streams * gaussians, definition.senones),
  };
}

/** Matrices of 3 × 4 probabilities, of which left-to-right phones use staying and the next state. */
function readTransitions(bytes: Buffer): Float32Array {
  const { values } = readParameters(bytes, 4);
  const matrices = values.length / 12;
  const logs = new Float32Array(matrices * 6);
  for (let matrix = 0; matrix < matrices; matrix += 1) {
    for (let state = 0; state < 3; state += 1) {
      const at = matrix * 12 + state * 4 + state;
      const stay = Math.max(values[at] ?? 0, 1e-5);
      const goOn = Math.max(values[at + 1] ?? 0, 1e-5);
      logs[matrix * 6 + state * 2] = Math.log(stay / (stay + goOn));
      logs[matrix * 6 + state * 2 + 1] = Math.log(goOn / (stay + goOn));
    }
  }
  return logs;
}

/** Strings, each after its length, until a length of 0; rows and columns; then the weights. */
function readWeights(bytes: Buffer, rows: number, senones: number): Uint8Array {
  let at = 0;
  for (;;) {
    const length = bytes.readInt32LE(at);
    at += 4;
    if (length === 0) break;
    at += length;
  }
  if (bytes.readInt32LE(at + 4) !== senones) throw new Error('sendump is of another model.');
  return new Uint8Array(bytes.subarray(at + 8, at + 8 + rows * senones));
}
