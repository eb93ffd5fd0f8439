import { bins, fftSize } from './power-spectrum.ts';

/** Bands that the ear's scale is cut into, and the range they cover in Hz: what the model was trained with. */
export const bands = 25;
const lowest = 130;
const highest = 6800;

/** One band: how much of which bins it takes. */
export interface MelFilter {
  firstBin: number;
  weights: Float64Array;
}

/**
 * Triangles of equal width and area on the mel scale (S. S. Stevens, J. Volkmann, 1940; here in the form
 * 2595 log₁₀(1 + f/700)), their corners on whole bins, as SphinxTrain draws them.
 */
export function melFilters(sampleRate: number): MelFilter[] {
  const width = sampleRate / fftSize;
  const step = (melOf(highest) - melOf(lowest)) / (bands + 1);
  const corner = (at: number) =>
    Math.floor(hertzOf(melOf(lowest) + at * step) / width + 0.5) * width;
  return Array.from({ length: bands }, (_, band) => {
    const [from, peak, to] = [corner(band), corner(band + 1), corner(band + 2)] as const;
    const weights: number[] = [];
    let firstBin = -1;
    for (let bin = 0; bin < bins; bin += 1) {
      const hertz = bin * width;
      const rise = (hertz - from) / (peak - from);
      const fall = (to - hertz) / (to - peak);
      const weight = (Math.min(rise, fall) * 2) / (to - from);
      if (weight <= 0) continue;
      if (firstBin === -1) firstBin = bin;
      weights.push(weight);
    }
    return { firstBin, weights: Float64Array.from(weights) };
  });
}

function melOf(hertz: number): number {
  return 2595 * Math.log10(1 + hertz / 700);
}

function hertzOf(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1);
}
