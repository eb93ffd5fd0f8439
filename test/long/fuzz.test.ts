import { describe, expect, test } from 'vitest';
import { formats, fuzz } from '../transcript/fuzz/fuzz.ts';

describe('100,000 damaged files of each format are read whole or refused with a reason', () => {
  test.each(formats)('%s', { timeout: 3_600_000 }, (format) => {
    expect(fuzz(format, 100_000)).toBeGreaterThan(10_000);
  });
});
