import { describe, expect, test } from 'vitest';
import { formats, fuzz } from './fuzz/fuzz.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 150);
const seed = Number(process.env.FUZZ_SEED ?? 1);

describe('whatever happens to a file, it is read whole or refused with a reason', () => {
  test.each(formats)('%s', (format) => {
    expect(fuzz(format, runs, seed)).toBeGreaterThanOrEqual(Math.floor(runs / 10));
  });
});
