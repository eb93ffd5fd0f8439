import { type ChainRules, chainHits } from './chain.ts';
import type { Search } from './search.ts';
import type { Hit } from './spot.ts';

/** Transcripts of which this many standard deviations and fewer are right by chance as well. */
export const leastBeyondChance = 5;

const shuffles = 24;

/**
 * By how many standard deviations a transcript fits the recording better in its own order than in others: a
 * permutation test. The hits stay as they are; only which unit is which changes, so the same sounds, found as
 * well, are asked whether they come in the right order. A transcript of another recording has no order here.
 */
export function beyondChance(search: Search): number {
  const { hits, chances, lengths, activeBefore } = search;
  const rules = (chanceOf: number[]): ChainRules => ({
    gain: (hit) => hit.score - Math.max(0, chanceOf[hit.unit]!),
    skipping: 0.05,
    gap: 0.15,
  });
  const own = chainHits(hits, lengths, activeBefore, rules(chances)).total;
  const random = createRandom(7);
  const totals = Array.from({ length: shuffles }, () => {
    const order = shuffled(lengths.length, random);
    const chance = new Array<number>(order.length);
    const length = new Array<number>(order.length);
    for (const [from, to] of order.entries()) {
      chance[to] = chances[from]!;
      length[to] = lengths[from]!;
    }
    const moved = hits.map((hit): Hit => ({ ...hit, unit: order[hit.unit]! }));
    return chainHits(moved, length, activeBefore, rules(chance)).total;
  });
  const mean = totals.reduce((sum, total) => sum + total, 0) / shuffles;
  const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / shuffles;
  return (own - mean) / (Math.sqrt(variance) || 1);
}

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** Chance that is the same each time: a linear congruential generator, D. H. Lehmer's, with M. Park and K. Miller's numbers. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
