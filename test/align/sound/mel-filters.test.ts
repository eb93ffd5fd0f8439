import { expect, test } from 'vitest';
import { bands, melFilters } from '../../../src/align/sound/mel-filters.ts';
import { bins, fftSize } from '../../../src/align/sound/power-spectrum.ts';

const filters = melFilters(16_000);
const hertzOf = (bin: number) => (bin * 16_000) / fftSize;

test('bands lie one after another between 130 and 6800 Hz', () => {
  expect(filters).toHaveLength(bands);
  const firsts = filters.map(({ firstBin }) => firstBin);
  const lasts = filters.map(({ firstBin, weights }) => firstBin + weights.length - 1);
  expect(firsts).toEqual(firsts.slice().sort((a, b) => a - b));
  expect(lasts).toEqual(lasts.slice().sort((a, b) => a - b));
  expect(new Set(firsts).size).toBe(bands);
  expect(hertzOf(firsts[0]!)).toBeGreaterThan(120);
  expect(hertzOf(lasts.at(-1)!)).toBeLessThan(6810);
  expect(lasts.at(-1)!).toBeLessThan(bins);
});

test('no frequency between them is deaf, and higher bands are wider', () => {
  const heard = new Set(
    filters.flatMap(({ firstBin, weights }) => Array.from(weights.keys(), (at) => firstBin + at)),
  );
  const all = Array.from(heard).sort((a, b) => a - b);
  expect(all).toHaveLength(all.at(-1)! - all[0]! + 1);
  expect(filters.at(-1)!.weights.length).toBeGreaterThan(4 * filters[0]!.weights.length);
});

test('every band takes as much of noise as any other', () => {
  for (const { weights } of filters) {
    const area = weights.reduce((sum, weight) => sum + weight, 0) * hertzOf(1);
    expect(area).toBeCloseTo(1, 1);
  }
});
