/** Points of the transform. */
export const fftSize = 512;

/** Bins from 0 Hz to half the sampling rate. */
export const bins = fftSize / 2 + 1;

/**
 * Finds how much power each frequency has in two stretches of sound at once.
 *
 * @param first `fftSize` samples, windowed already
 * @param second another `fftSize` samples
 * @returns the power of both, `bins` numbers each; overwritten by the next call
 */
export type PowerSpectrum = (
  first: Float64Array,
  second: Float64Array,
) => [Float64Array, Float64Array];

/**
 * A fast Fourier transform in place, after Cooley and Tukey (1965). The two stretches go in as the real and the
 * imaginary part of one; the symmetry of a real signal's spectrum tells them apart again.
 */
export function createPowerSpectrum(): PowerSpectrum {
  const reversed = bitReversal();
  const cosines = Float64Array.from({ length: fftSize / 2 }, (_, k) => Math.cos(angle(k)));
  const sines = Float64Array.from({ length: fftSize / 2 }, (_, k) => -Math.sin(angle(k)));
  const real = new Float64Array(fftSize);
  const imaginary = new Float64Array(fftSize);
  const powers: [Float64Array, Float64Array] = [new Float64Array(bins), new Float64Array(bins)];

  const transform = () => {
    for (let size = 2; size <= fftSize; size *= 2) {
      const half = size / 2;
      const step = fftSize / size;
      for (let from = 0; from < fftSize; from += size) {
        for (let k = 0; k < half; k += 1) {
          const a = from + k;
          const b = a + half;
          const cosine = cosines[k * step]!;
          const sine = sines[k * step]!;
          const re = real[b]! * cosine - imaginary[b]! * sine;
          const im = real[b]! * sine + imaginary[b]! * cosine;
          real[b] = real[a]! - re;
          imaginary[b] = imaginary[a]! - im;
          real[a]! += re;
          imaginary[a]! += im;
        }
      }
    }
  };

  return (first, second) => {
    for (let at = 0; at < fftSize; at += 1) {
      real[reversed[at]!] = first[at]!;
      imaginary[reversed[at]!] = second[at]!;
    }
    transform();
    for (let bin = 0; bin < bins; bin += 1) {
      const mirror = (fftSize - bin) % fftSize;
      const evenRe = (real[bin]! + real[mirror]!) / 2;
      const evenIm = (imaginary[bin]! - imaginary[mirror]!) / 2;
      const oddRe = (imaginary[bin]! + imaginary[mirror]!) / 2;
      const oddIm = (real[mirror]! - real[bin]!) / 2;
      powers[0][bin] = evenRe * evenRe + evenIm * evenIm;
      powers[1][bin] = oddRe * oddRe + oddIm * oddIm;
    }
    return powers;
  };
}

function angle(k: number): number {
  return (2 * Math.PI * k) / fftSize;
}

function bitReversal(): Uint16Array {
  const bits = Math.log2(fftSize);
  return Uint16Array.from({ length: fftSize }, (_, at) => {
    let turned = 0;
    for (let bit = 0; bit < bits; bit += 1) if (at & (1 << bit)) turned |= 1 << (bits - 1 - bit);
    return turned;
  });
}
