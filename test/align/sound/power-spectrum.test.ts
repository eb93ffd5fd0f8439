import { expect, test } from 'vitest';
import { bins, createPowerSpectrum, fftSize } from '../../../src/align/sound/power-spectrum.ts';
import { noise } from './made-sound.ts';

const nothing = new Float64Array(fftSize);
const wave = (cycles: number, high = 1) =>
  Float64Array.from(nothing, (_, at) => high * Math.cos((2 * Math.PI * cycles * at) / fftSize));

test.each([1, 31, 100, 255])('a tone of %i cycles has all its power in that bin', (cycles) => {
  const [power] = createPowerSpectrum()(wave(cycles, 3), nothing);
  const expected = new Float64Array(bins);
  expected[cycles] = ((3 * fftSize) / 2) ** 2;
  for (const [bin, value] of power.entries()) expect(value).toBeCloseTo(expected[bin]!, 6);
});

test('what never changes is in the first bin, what changes with every sample in the last', () => {
  const [steady, restless] = createPowerSpectrum()(wave(0), wave(fftSize / 2));
  expect(steady[0]).toBeCloseTo(fftSize ** 2, 6);
  expect(restless[bins - 1]).toBeCloseTo(fftSize ** 2, 6);
  expect(steady[bins - 1]).toBeCloseTo(0, 6);
  expect(restless[0]).toBeCloseTo(0, 6);
});

test('two stretches that are transformed together do not leak into one another', () => {
  const spectrum = createPowerSpectrum();
  const loud = Float64Array.from(noise(fftSize, 1, 30_000));
  const soft = Float64Array.from(noise(fftSize, 2, 10));
  const together = spectrum(loud, soft).map((power) => power.slice());
  const apart = [loud, soft].map((each) => spectrum(each, nothing)[0].slice());
  for (const which of [0, 1]) {
    for (let bin = 0; bin < bins; bin += 1) {
      expect(together[which]![bin]! / apart[which]![bin]!).toBeCloseTo(1, 6);
    }
  }
});

test('the power of all bins is the power of the samples', () => {
  const samples = Float64Array.from(noise(fftSize));
  const [power] = createPowerSpectrum()(samples, nothing);
  let inBins = power[0]! + power[bins - 1]!;
  for (let bin = 1; bin < bins - 1; bin += 1) inBins += 2 * power[bin]!;
  const inSamples = samples.reduce((sum, sample) => sum + sample ** 2, 0);
  expect(inBins / fftSize / inSamples).toBeCloseTo(1, 9);
});
