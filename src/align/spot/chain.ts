import type { Hit } from './spot.ts';

/** Hits that can all be true: each unit once, in the order of the transcript and of the recording. */
export interface Chain {
  hits: Hit[];
  total: number;
}

export interface ChainRules {
  /** What a hit is worth. */
  gain: (hit: Hit) => number;
  /** Cost of leaving a unit out, for each step it was expected to last. */
  skipping: number;
  /** Cost of each active step that no unit explains. */
  gap: number;
}

/** What a chain costs besides, in leads: weighed by trial, and of little influence. */
export const usualCosts = { skipping: 0.05, gap: 0.15 } as const;

/** Steps that neighbours may overlap. */
const overlap = 2;

/**
 * The chain of hits that is worth most. A gap and a left-out unit cost by their length, so what a predecessor
 * is worth can be written without knowing its successor, and the best one with a lower unit is a prefix
 * maximum: a Fenwick tree (P. M. Fenwick, 1994) makes the whole n log n.
 *
 * @param lengths steps that each unit is expected to last
 * @param activeBefore for each step, how many active ones lie before it
 */
export function chainHits(
  hits: Hit[],
  lengths: number[],
  activeBefore: Float32Array,
  { gain, skipping, gap }: ChainRules,
): Chain {
  const skippedBefore = new Float64Array(lengths.length + 1);
  for (const [unit, length] of lengths.entries()) {
    skippedBefore[unit + 1] = skippedBefore[unit]! + skipping * length;
  }
  const worth = hits.map((hit) => ({ hit, gain: gain(hit) })).filter(({ gain: g }) => g > 0);
  const byStart = worth.slice().sort((a, b) => a.hit.start - b.hit.start || a.hit.end - b.hit.end);
  const values = new Float64Array(byStart.length);
  const before = new Int32Array(byStart.length).fill(-1);
  const byEnd = byStart.map((_, at) => at);
  byEnd.sort((a, b) => byStart[a]!.hit.end - byStart[b]!.hit.end || a - b);
  const reach = createPrefixMaximum(lengths.length + 1);
  reach.put(0, 0, -1);

  let entered = 0;
  for (const [at, { hit, gain: own }] of byStart.entries()) {
    while (entered < byEnd.length) {
      const other = byEnd[entered]!;
      if (byStart[other]!.hit.end > hit.start + overlap || other >= at) break;
      const done = byStart[other]!.hit;
      const key = values[other]! + gap * activeBefore[done.end]! + skippedBefore[done.unit + 1]!;
      reach.put(done.unit + 1, key, other);
      entered += 1;
    }
    const best = reach.upTo(hit.unit);
    values[at] = best.value + own - gap * activeBefore[hit.start]! - skippedBefore[hit.unit]!;
    before[at] = best.owner;
  }

  const allActive = activeBefore.at(-1) ?? 0;
  const allSkipped = skippedBefore[lengths.length]!;
  let total = -(gap * allActive + allSkipped);
  let last = -1;
  for (const [at, { hit }] of byStart.entries()) {
    const rest =
      gap * (allActive - activeBefore[hit.end]!) + allSkipped - skippedBefore[hit.unit + 1]!;
    if (values[at]! - rest > total) {
      total = values[at]! - rest;
      last = at;
    }
  }
  const chained: Hit[] = [];
  for (let at = last; at >= 0; at = before[at]!) chained.push(byStart[at]!.hit);
  return { hits: chained.reverse(), total };
}

/** Answers which of the values put at a place or before it is the highest. */
function createPrefixMaximum(places: number) {
  const values = new Float64Array(places + 1).fill(Number.NEGATIVE_INFINITY);
  const owners = new Int32Array(places + 1).fill(-1);
  return {
    put(place: number, value: number, owner: number) {
      for (let at = place + 1; at <= places; at += at & -at) {
        if (value > values[at]!) {
          values[at] = value;
          owners[at] = owner;
        }
      }
    },
    upTo(place: number): { value: number; owner: number } {
      let value = Number.NEGATIVE_INFINITY;
      let owner = -1;
      for (let at = place + 1; at > 0; at -= at & -at) {
        if (values[at]! > value) {
          value = values[at]!;
          owner = owners[at]!;
        }
      }
      return { value, owner };
    },
  };
}
