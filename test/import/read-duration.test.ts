import { describe, expect, test } from 'vitest';
import { readDuration } from '../../src/import/read-duration.ts';

describe('the duration of an item', () => {
  test.each([
    ['1231', 1231],
    ['1231.0', 1231],
    ['20:31', 1231],
    ['1:20:31', 4831],
    ['01:20:31', 4831],
    ['75:00', 4500],
    ['20:31,5', 1231.5],
    ['PT20M31S', 1231],
    ['1h 20m 31s', 4831],
  ])('%s', (given, seconds) => {
    expect(readDuration(given)).toBe(seconds);
  });

  test.each([[null], [''], ['0'], ['NaN'], ['-5'], ['1:2:3:4'], ['half an hour']])(
    'is none: %s',
    (given) => {
      expect(readDuration(given)).toBeNull();
    },
  );
});
