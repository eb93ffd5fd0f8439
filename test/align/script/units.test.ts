import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutUnits } from '../../../src/align/script/units.ts';

const plain = (words: number) => new Array<string>(words).fill('word');
const whole = (texts: string[]) => cutUnits(texts, { from: 0, to: texts.length });

test('a sentence of eighteen words is one unit', () => {
  expect(whole(plain(18))).toEqual([{ from: 0, to: 18 }]);
});

test('a longer sentence is cut evenly', () => {
  expect(whole(plain(40))).toEqual([
    { from: 0, to: 13 },
    { from: 13, to: 27 },
    { from: 27, to: 40 },
  ]);
});

test('a cut is made after the nearest comma, where there is one near', () => {
  const texts = plain(20);
  texts[5] = 'comma,';
  texts[12] = 'comma,';
  expect(whole(texts)[0]).toEqual({ from: 0, to: 13 });
  texts[12] = 'word';
  expect(whole(texts)[0]).toEqual({ from: 0, to: 6 });
  texts[5] = 'word';
  texts[1] = 'comma,';
  expect(whole(texts)[0]).toEqual({ from: 0, to: 10 });
});

test('a sentence among others is cut by its own words', () => {
  const texts = ['before,', 'it.', ...plain(20), 'behind,', 'it.'];
  texts[14] = 'comma,';
  expect(cutUnits(texts, { from: 2, to: 22 })).toEqual([
    { from: 2, to: 15 },
    { from: 15, to: 22 },
  ]);
});

test('units follow one another without a gap, and none is much longer or shorter than others', () => {
  const texts = fc.array(fc.constantFrom('word', 'word', 'comma,'), {
    minLength: 1,
    maxLength: 120,
  });
  const property = fc.property(texts, (given) => {
    const units = whole(given);
    expect(units.map(({ to }) => to).slice(0, -1)).toEqual(units.slice(1).map(({ from }) => from));
    expect([units[0]?.from, units.at(-1)?.to]).toEqual([0, given.length]);
    for (const { from, to } of units) {
      expect(to - from).toBeLessThanOrEqual(18 + 2 * 5);
      expect(to - from).toBeGreaterThan(units.length > 1 ? 2 : 0);
    }
  });
  fc.assert(property, { numRuns: 60 });
});
