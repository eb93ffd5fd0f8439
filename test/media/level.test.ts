import { expect, test } from 'vitest';
import { correct, firstLevel, levelFilters } from '../../src/media/level.ts';

const range = 3;

test('a recording with room above it is only made louder', () => {
  const level = firstLevel({ integrated: -20, truePeak: -12, range });
  expect(level.limit).toBe(false);
  expect(level.gain).toBeCloseTo(4, 0);
  expect(levelFilters(level, 'mono').join()).not.toContain('alimiter');
});

test('peaks that would go over are limited below the highest that is allowed', () => {
  const level = firstLevel({ integrated: -20, truePeak: -3, range });
  expect(level.limit).toBe(true);
  expect(level.ceiling).toBeLessThan(-1);
  expect(levelFilters(level, 'stereo').join()).toContain('alimiter');
});

test('gain ends at 30 dB', () => {
  expect(firstLevel({ integrated: -60, truePeak: -50, range }).gain).toBe(30);
  const level = { gain: 29.8, ceiling: -2, limit: true };
  expect(correct(level, { integrated: -20, truePeak: -2, range })?.gain).toBe(30);
  expect(correct({ ...level, gain: 30 }, { integrated: -20, truePeak: -2, range })).toBeNull();
});

test('silence is left alone', () => {
  const level = firstLevel({ integrated: null, truePeak: null, range: null });
  expect(level).toMatchObject({ gain: 0, limit: false });
  expect(correct(level, { integrated: null, truePeak: null, range: null })).toBeNull();
});

test('a result within bounds is left alone', () => {
  const level = { gain: 4, ceiling: -2, limit: true };
  expect(correct(level, { integrated: -16.3, truePeak: -1.2, range })).toBeNull();
});

test('a peak that came out too high lowers the ceiling, a loudness that is off moves the gain', () => {
  const level = { gain: 4, ceiling: -2, limit: false };
  const lower = correct(level, { integrated: -16, truePeak: -0.5, range });
  expect(lower).toMatchObject({ gain: 4, limit: true });
  expect(lower?.ceiling).toBeCloseTo(-2.7, 5);
  expect(correct(level, { integrated: -15, truePeak: -3, range })?.gain).toBeCloseTo(3, 5);
});
