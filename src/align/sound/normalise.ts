import type { AcousticModel } from '../model/read-model.ts';
import { cepstra } from './cepstra.ts';
import { type Heard, nothing } from './listen.ts';

/** Of each cepstrum: what is taken off, and what the rest is multiplied by. */
export interface Norm {
  means: number[];
  gains: number[];
}

/**
 * Brings a recording's cepstra to the mean and the spread that the model was trained with, in place. A room,
 * a microphone and a codec change both; noise makes the spread smaller. Without the second half, noise of
 * 10 dB with reverberation leaves less than half of the words in their places (O. Viikki, K. Laurila, 1998:
 * Cepstral domain segmental feature vector normalization for noise robust speech recognition).
 *
 * @returns what was done, so that it can be done to a part of the same recording
 */
export function normalise(heard: Heard, model: AcousticModel): Norm {
  const norm = normOf(heard, model);
  normaliseBy(heard, norm);
  return norm;
}

/** Does to cepstra what was done to those of the whole recording, in place. */
export function normaliseBy({ frames, cepstra: values }: Heard, { means, gains }: Norm): void {
  for (let frame = 0; frame < frames; frame += 1) {
    for (let n = 0; n < cepstra; n += 1) {
      const at = frame * cepstra + n;
      values[at] = (values[at]! - means[n]!) * gains[n]!;
    }
  }
}

function normOf({ frames, cepstra: values, energies }: Heard, model: AcousticModel): Norm {
  const wanted = spreadOf(model);
  const norm: Norm = { means: [], gains: [] };
  for (let n = 0; n < cepstra; n += 1) {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let frame = 0; frame < frames; frame += 1) {
      // Nothing at all was recorded there: how long that is says nothing about the recording.
      if (energies[frame]! <= nothing) continue;
      const value = values[frame * cepstra + n]!;
      count += 1;
      sum += value;
      squares += value * value;
    }
    const mean = sum / Math.max(1, count);
    const spread = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean ** 2));
    norm.means.push(mean);
    norm.gains.push(wanted[n]! / (spread || 1));
  }
  return norm;
}

/** Standard deviation of each cepstrum over everything the model has heard: all its Gaussians together. */
function spreadOf({ phones, streams, gaussians, dimensions, means, variances }: AcousticModel) {
  return Float64Array.from({ length: dimensions }, (_, dimension) => {
    let sum = 0;
    let squares = 0;
    let variance = 0;
    for (let phone = 0; phone < phones.length; phone += 1) {
      for (let gaussian = 0; gaussian < gaussians; gaussian += 1) {
        const at = (phone * streams * gaussians + gaussian) * dimensions + dimension;
        sum += means[at]!;
        squares += means[at]! ** 2;
        variance += variances[at]!;
      }
    }
    const count = phones.length * gaussians;
    return Math.sqrt(squares / count - (sum / count) ** 2 + variance / count);
  });
}
