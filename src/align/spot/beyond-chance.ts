import { chainHits, usualCosts } from './chain.ts';
import type { Evidence } from './evidence.ts';
import { createRandom, shuffledOrder } from './random.ts';
import { type Search, searchUnits } from './search.ts';
import type { Hit } from './spot.ts';

/** Transcripts of fewer units have too few of them to tell their order from others. */
const fewUnits = 12;
const shuffles = 24;
/** Hits of a unit that are shuffled; they come best first. */
const hitsTested = 10;

/** Standard deviations below which a transcript of so many units may as well be another recording's. */
export function leastBeyondChance(units: number): number {
  return units < fewUnits ? 3 : 5;
}

/**
 * By how many standard deviations a transcript fits the recording better in its own order than in others: a
 * permutation test. The hits stay as they are; only which unit is which changes, so the same sounds, found as
 * well, are asked whether they come in the right order. A transcript of another recording has no order here.
 * Where there are few units, their words are shuffled instead, and looked for anew.
 *
 * @param words the evidence's columns that each word should run through, unit by unit
 */
export function beyondChance(search: Search, evidence: Evidence, words: Uint16Array[][]): number {
  const random = createRandom(7);
  const few = words.length < fewUnits;
  const test = few ? search : { ...search, hits: strongest(search.hits) };
  const shuffled = () =>
    few
      ? searchUnits(evidence, joinWords(shuffleWords(words, random)), () => {})
      : shuffleUnits(test, random);
  const worth = few ? worthOfScores : worthBeyondChance;
  const totals = Array.from({ length: shuffles }, () => worth(shuffled()));
  const mean = totals.reduce((sum, total) => sum + total, 0) / shuffles;
  const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / shuffles;
  return (worth(test) - mean) / (Math.sqrt(variance) || 1);
}

/** The best hits of each unit; the others are many and decide nothing. */
function strongest(hits: Hit[]): Hit[] {
  const counts = new Map<number, number>();
  return hits.filter(({ unit }) => {
    const count = counts.get(unit) ?? 0;
    counts.set(unit, count + 1);
    return count < hitsTested;
  });
}

/** Each unit's words run together. */
export function joinWords(units: Uint16Array[][]): Uint16Array[] {
  return units.map((words) => Uint16Array.from(words.flatMap((codes) => Array.from(codes))));
}

/** What the best chain is worth, each hit by what it has more than its unit reaches anywhere. */
function worthBeyondChance({ hits, chances, lengths, activeBefore }: Search): number {
  const gain = (hit: Hit) => hit.score - Math.max(0, chances[hit.unit]!);
  return chainHits(hits, lengths, activeBefore, { gain, ...usualCosts }).total;
}

/** In a short recording the right place is most of it, and no measure of what a unit reaches anywhere. */
function worthOfScores({ hits, lengths, activeBefore }: Search): number {
  return chainHits(hits, lengths, activeBefore, { gain: (hit) => hit.score, ...usualCosts }).total;
}

function shuffleUnits({ hits, chances, lengths, activeBefore }: Search, random: () => number) {
  const order = shuffledOrder(lengths.length, random);
  const moved: Search = { hits: [], chances: [], lengths: [], activeBefore };
  for (const [from, to] of order.entries()) {
    moved.chances[to] = chances[from]!;
    moved.lengths[to] = lengths[from]!;
  }
  moved.hits = hits.map((hit): Hit => ({ ...hit, unit: order[hit.unit]! }));
  return moved;
}

/** The words of all units in another order, in units of as many words as before. */
function shuffleWords(units: Uint16Array[][], random: () => number): Uint16Array[][] {
  const all = units.flat();
  const order = shuffledOrder(all.length, random);
  let next = 0;
  return units.map((words) => words.map(() => all[order[next++]!]!));
}
