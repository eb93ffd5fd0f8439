import { bands, type MelFilter, melFilters } from './mel-filters.ts';
import { createPowerSpectrum, fftSize } from './power-spectrum.ts';

/** Numbers that describe a frame. */
export const cepstra = 13;

/** Samples from one frame to the next: 10 ms at 16 kHz. */
export const frameShift = 160;

/** Samples that a frame looks at: 25.6 ms. */
export const frameLength = 410;

/**
 * Told what is heard in a frame.
 *
 * @param cepstrum `cepstra` numbers; overwritten by the next frame
 * @param energy mean of the logarithms of the bands' powers
 */
export type FrameSink = (cepstrum: Float32Array, energy: number) => void;

/** Takes sound block by block and describes every 10 ms of it. */
export interface CepstralAnalysis {
  take(block: Int16Array): void;
  /** Frames that are still waiting for a second one are described too. */
  finish(): void;
}

/** Power in a band that every recording is taken to have: about that of dither. */
const floor = 20;
const preEmphasis = 0.97;
/** Evens out the spread of the higher cepstra: 1 + L/2 · sin(πn/L). */
const lifter = 22;

/**
 * Mel-frequency cepstral coefficients (S. Davis, P. Mermelstein, 1980), in every particular as the model was
 * trained with: pre-emphasis, a Hamming window, mel bands, their logarithms, an orthonormal cosine transform,
 * liftering. Memory does not depend on the length of the sound.
 */
export function createCepstralAnalysis(sampleRate: number, sink: FrameSink): CepstralAnalysis {
  const filters = melFilters(sampleRate);
  const spectrum = createPowerSpectrum();
  const window = hammingWindow();
  const cosines = liftedCosines();
  const logs = new Float64Array(bands);
  const cepstrum = new Float32Array(cepstra);
  // A frame and the sample before it, which pre-emphasis needs; two frames are transformed together.
  const recent = new Float64Array(frameLength + 1);
  let filled = 1;
  const frames = [new Float64Array(fftSize), new Float64Array(fftSize)] as const;
  let waiting = 0;

  const emit = (power: Float64Array) => {
    let energy = 0;
    for (let band = 0; band < bands; band += 1) {
      logs[band] = Math.log(inBand(power, filters[band]!) + floor);
      energy += logs[band]!;
    }
    for (let n = 0; n < cepstra; n += 1) {
      let sum = 0;
      for (let band = 0; band < bands; band += 1) sum += logs[band]! * cosines[n * bands + band]!;
      cepstrum[n] = sum;
    }
    sink(cepstrum, energy / bands);
  };
  const describeFrame = () => {
    const frame = frames[waiting as 0 | 1];
    for (let at = 0; at < frameLength; at += 1) {
      frame[at] = (recent[at + 1]! - preEmphasis * recent[at]!) * window[at]!;
    }
    waiting += 1;
    if (waiting === 2) describeWaiting();
  };
  const describeWaiting = () => {
    const powers = spectrum(frames[0], frames[1]);
    for (let index = 0; index < waiting; index += 1) emit(powers[index as 0 | 1]);
    waiting = 0;
  };

  return {
    take(block) {
      for (let at = 0; at < block.length; ) {
        const more = Math.min(block.length - at, recent.length - filled);
        for (let index = 0; index < more; index += 1) recent[filled + index] = block[at + index]!;
        filled += more;
        at += more;
        if (filled < recent.length) break;
        describeFrame();
        recent.copyWithin(0, frameShift);
        filled -= frameShift;
      }
    },
    finish: describeWaiting,
  };
}

function inBand(power: Float64Array, { firstBin, weights }: MelFilter): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += power[firstBin + at]! * weights[at]!;
  return sum;
}

function hammingWindow(): Float64Array {
  return Float64Array.from(
    { length: frameLength },
    (_, at) => 0.54 - 0.46 * Math.cos((2 * Math.PI * at) / (frameLength - 1)),
  );
}

function liftedCosines(): Float64Array {
  const table = new Float64Array(cepstra * bands);
  for (let n = 0; n < cepstra; n += 1) {
    const lift = 1 + (lifter / 2) * Math.sin((Math.PI * n) / lifter);
    const scale = Math.sqrt((n === 0 ? 1 : 2) / bands);
    for (let band = 0; band < bands; band += 1) {
      table[n * bands + band] = lift * scale * Math.cos((Math.PI * n * (band + 0.5)) / bands);
    }
  }
  return table;
}
