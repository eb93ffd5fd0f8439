import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChainRules, chainHits } from '../../../src/align/spot/chain.ts';
import type { Hit } from '../../../src/align/spot/spot.ts';

const steps = 40;
const rules: ChainRules = { gain: ({ score }) => score, skipping: 0.05, gap: 0.15 };
const hit = (unit: number, start: number, end: number, score: number): Hit => {
  return { unit, start, end, score };
};
/** How many active steps lie before each, where all are but these. */
const activeBefore = (silent: number[] = []) => {
  let count = 0;
  return Float32Array.from({ length: steps + 1 }, (_, step) => {
    if (step > 0 && !silent.includes(step - 1)) count += 1;
    return count;
  });
};
const chain = (hits: Hit[], lengths: number[], more: Partial<ChainRules> = {}) =>
  chainHits(hits, lengths, activeBefore(), { ...rules, ...more });

describe('the chain worth most', () => {
  test('has its units in the order of the transcript and of the recording', () => {
    const right = [hit(0, 0, 10, 5), hit(1, 10, 20, 5), hit(2, 22, 32, 5)];
    const wrong = [hit(2, 2, 9, 6), hit(0, 30, 38, 6), hit(1, 0, 9, 4)];
    expect(chain([...wrong, ...right], [10, 10, 10]).hits).toEqual(right);
  });

  test('has each unit once', () => {
    const hits = [hit(0, 0, 10, 5), hit(0, 12, 20, 6)];
    expect(chain(hits, [10]).hits).toEqual([hits[1]]);
  });

  test('lets neighbours overlap a little and no more', () => {
    const little = [hit(0, 0, 12, 5), hit(1, 10, 20, 5)];
    expect(chain(little, [10, 10]).hits).toEqual(little);
    expect(chain([hit(0, 0, 13, 5), hit(1, 10, 20, 6)], [10, 10]).hits).toEqual([
      hit(1, 10, 20, 6),
    ]);
  });

  test('leaves out what is worth nothing', () => {
    const gain = ({ score }: Hit) => score - 3;
    expect(chain([hit(0, 0, 10, 3)], [10], { gain, gap: 0, skipping: 0 }).hits).toEqual([]);
  });

  test('may be empty, and then costs what it leaves out', () => {
    const { hits, total } = chain([], [10, 20]);
    expect(hits).toEqual([]);
    expect(total).toBeCloseTo(-0.05 * 30 - 0.15 * steps);
  });
});

/** What a chain is worth by the rules as they are written. */
function worthOf(chained: Hit[], lengths: number[], active: Float32Array): number {
  const spoken = new Set(chained.map(({ unit }) => unit));
  let worth = 0;
  for (const [unit, length] of lengths.entries()) if (!spoken.has(unit)) worth -= 0.05 * length;
  let end = 0;
  for (const each of chained) {
    worth += each.score - 0.15 * (active[each.start]! - active[end]!);
    end = each.end;
  }
  return worth - 0.15 * (active[steps]! - active[end]!);
}

function isChain(hits: Hit[]): boolean {
  return hits.every(({ unit, start }, at) => {
    const before = hits[at - 1];
    return !before || (before.unit < unit && before.end <= start + 2);
  });
}

test('no other choice of hits is worth more', () => {
  const hits = fc.array(
    fc
      .record({
        unit: fc.nat(4),
        start: fc.nat(30),
        length: fc.integer({ min: 3, max: 9 }),
        score: fc.integer({ min: -1, max: 8 }),
      })
      .map(({ length, ...rest }): Hit => ({ ...rest, end: rest.start + length })),
    { maxLength: 8 },
  );
  const lengths = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 5, maxLength: 5 });
  const silent = fc.uniqueArray(fc.nat(steps - 1), { maxLength: 20 });
  const property = fc.property(hits, lengths, silent, (given, expected, quiet) => {
    const active = activeBefore(quiet);
    let best = Number.NEGATIVE_INFINITY;
    const inOrder = given.slice().sort((a, b) => a.unit - b.unit || a.start - b.start);
    for (let set = 0; set < 2 ** given.length; set += 1) {
      const some = inOrder.filter(({ score }, at) => (set >> at) & 1 && score > 0);
      if (isChain(some)) best = Math.max(best, worthOf(some, expected, active));
    }
    const found = chainHits(given, expected, active, rules);
    expect(found.total).toBeCloseTo(best, 4);
    expect(isChain(found.hits)).toBe(true);
    expect(worthOf(found.hits, expected, active)).toBeCloseTo(found.total, 4);
  });
  fc.assert(property, { numRuns: 70 });
});
