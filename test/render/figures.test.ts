import { expect, test } from 'vitest';
import { day, length, size } from '../../src/render/figures.ts';
import { inLanguage } from '../../src/render/language.ts';

test('a day is the same for every reader', () => {
  expect(day('2026-03-09T23:59:59Z')).toBe('9 March 2026');
  expect(day('2026-03-10T00:30:00+02:00')).toBe('9 March 2026');
});

test.each([
  [0, '0 sec'],
  [43.2, '43 sec'],
  [59.6, '1 min'],
  [409.2, '7 min'],
  [3600, '1 h'],
  [3725, '1 h 2 min'],
])('%s seconds are %s', (seconds, said) => {
  expect(length(seconds)).toBe(said);
});

test.each([
  [10, '1 kB'],
  [420_000, '420 kB'],
  [999_600, '1.0 MB'],
  [6_543_210, '6.5 MB'],
  [65_432_100, '65 MB'],
])('%s bytes are %s', (bytes, said) => {
  expect(size(bytes)).toBe(said);
});

test('a language brings the direction of its script', () => {
  expect(inLanguage('fa')).toEqual({ lang: 'fa', dir: 'rtl' });
  expect(inLanguage('en-us')).toEqual({ lang: 'en-US', dir: 'ltr' });
  expect(inLanguage('az-Arab')).toEqual({ lang: 'az-Arab', dir: 'rtl' });
  expect(inLanguage('no such tag')).toEqual({});
});
