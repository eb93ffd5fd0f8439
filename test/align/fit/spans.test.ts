import { describe, expect, test } from 'vitest';
import { joinSpans } from '../../../src/align/fit/spans.ts';
import type { Placed } from '../../../src/align/spot/place-units.ts';

const placed = (unit: number, start: number, end: number, how: Placed['how'] = 'sure'): Placed => {
  return { unit, start, end, how };
};
const unitsOf = (spans: ReturnType<typeof joinSpans>) =>
  spans.map(({ units }) => units.map(({ unit }) => unit));

test('units that lie near one another are fitted together, with room around them', () => {
  const spans = joinSpans([placed(0, 100, 120), placed(1, 140, 160)], 9000);
  expect(spans).toEqual([
    {
      frames: { from: 200, to: 580 },
      units: [
        { unit: 0, window: { from: 200, to: 460 } },
        { unit: 1, window: { from: 320, to: 580 } },
      ],
    },
  ]);
});

test('units that lie far from one another are fitted apart', () => {
  const spans = joinSpans([placed(0, 100, 120), placed(1, 190, 210)], 9000);
  expect(unitsOf(spans)).toEqual([[0], [1]]);
  expect(spans.map(({ frames }) => frames)).toEqual([
    { from: 200, to: 460 },
    { from: 470, to: 730 },
  ]);
});

test('spans stay within the recording', () => {
  const [span] = joinSpans([placed(0, 5, 95)], 300);
  expect(span?.frames).toEqual({ from: 0, to: 300 });
});

test('there are no spans without units', () => {
  expect(joinSpans([], 1000)).toEqual([]);
});

describe('of very many units in a row', () => {
  const inARow = (
    rests: Record<number, number>,
    how: (unit: number) => Placed['how'] = () => 'sure',
  ) => {
    let at = 0;
    return Array.from({ length: 100 }, (_, unit) => {
      at += rests[unit] ?? 7;
      const start = at;
      at += 20;
      return placed(unit, start, at, how(unit));
    });
  };

  test('no span has more than forty, and none is lost or doubled', () => {
    const spans = joinSpans(inARow({}), 99_999);
    expect(unitsOf(spans).flat()).toEqual(Array.from({ length: 100 }, (_, unit) => unit));
    for (const { units } of spans) expect(units.length).toBeLessThanOrEqual(40);
  });

  test('one ends at the widest rest', () => {
    const spans = joinSpans(inARow({ 27: 30, 10: 40, 34: 20 }), 99_999);
    expect(spans[0]?.units).toHaveLength(27);
  });

  test('one does not end beside a unit that may not be spoken', () => {
    const spans = joinSpans(
      inARow({ 27: 30, 34: 20 }, (unit) => (unit === 27 ? 'found' : 'sure')),
      99_999,
    );
    expect(spans[0]?.units).toHaveLength(34);
  });

  test('one ends before the next one’s first word', () => {
    const spans = joinSpans(inARow({}), 99_999);
    for (const [at, { frames, units }] of spans.entries()) {
      const next = spans[at + 1]?.units[0];
      if (next) expect(frames.to).toBeLessThan(next.window.from + 100);
      expect(frames.to).toBeGreaterThanOrEqual(units.at(-1)!.window.to - 100);
    }
  });
});

test('units that share a long gap have a part of it each, with leeway', () => {
  const likely = (unit: number) => placed(unit, 0, 3000, 'likely');
  const [span] = joinSpans([likely(0), likely(1), likely(2)], 9000);
  expect(span?.units.map(({ window }) => window)).toEqual([
    { from: -100, to: 4600 },
    { from: 1400, to: 7600 },
    { from: 4400, to: 9100 },
  ]);
});
