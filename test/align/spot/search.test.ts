import { describe, expect, test } from 'vitest';
import { searchUnits } from '../../../src/align/spot/search.ts';
import { babble, codes, evidence } from './made-evidence.ts';

function search(units: string[], sound: string) {
  const told: number[] = [];
  const found = searchUnits(evidence(sound), units.map(codes), (done) => told.push(done));
  return { ...found, told };
}

const bestOf = ({ hits }: ReturnType<typeof search>, unit: number) =>
  hits.filter((hit) => hit.unit === unit).sort((a, b) => b.score - a.score)[0];

test('every unit is found where it is, with its length and chance', () => {
  const units = babble(1, 6, 15);
  const found = search(units, units.join(''));
  for (const unit of units.keys()) {
    expect(bestOf(found, unit)).toMatchObject({ start: unit * 15, end: (unit + 1) * 15 });
  }
  expect(found.lengths).toEqual(new Array(6).fill(15));
  expect(found.chances).toHaveLength(6);
  expect(found.told).toEqual([1, 2, 3, 4, 5, 6]);
});

test('active steps are counted', () => {
  expect(Array.from(search(['a'], 'a  bc').activeBefore)).toEqual([0, 1, 1, 1, 2, 3]);
});

describe('in a long recording', () => {
  const length = 8;
  const units = babble(4, 210, length);
  const found = search(units, units.join(''));

  test('every unit is found where it is, and told of once', () => {
    for (const unit of units.keys()) expect(bestOf(found, unit)?.start).toBe(unit * length);
    expect(found.told).toEqual(units.map((_, at) => at + 1));
  });

  test('units between anchors are not looked for far from them', () => {
    const far = new Set(
      found.hits
        .filter(({ unit, start }) => Math.abs(start - unit * length) > 250)
        .map(({ unit }) => unit),
    );
    expect(far.size).toBeLessThanOrEqual(100);
  });

  test('a part that is not spoken moves no other', () => {
    const spoken = units.slice();
    spoken.splice(80, 40);
    const partly = search(units, spoken.join(''));
    for (const unit of units.keys()) {
      if (unit >= 80 && unit < 120) continue;
      const place = unit < 80 ? unit : unit - 40;
      expect(bestOf(partly, unit)?.start).toBe(place * length);
    }
  });
});
