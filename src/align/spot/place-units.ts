import type { Chain } from './chain.ts';
import type { Search } from './search.ts';
import type { Hit } from './spot.ts';

/** A stretch of the recording in which a unit is taken to be spoken. */
export interface Placed {
  unit: number;
  /** Steps. */
  start: number;
  end: number;
  /** `sure`: found beyond doubt. `found`: found. `likely`: there is room for it between its neighbours. */
  how: 'sure' | 'found' | 'likely';
}

/** What a hit has to be worth a step, as a share of what is usual in this recording. */
const weak = 0.35;
const strong = 0.6;
/** The share of its expected length that there has to be room for. */
const roomNeeded = 0.6;
/** In a longer gap than this, two minutes for a sentence, a unit that was not found is not there. */
const mostRoom = (expected: number) => 2000 + 20 * expected;
/** At the recording's ends, steps beyond the first and last hit where more is looked for. */
const atEnds = { perStep: 1.8, more: 20 };

/**
 * Decides where units are, from the best chain. Hits that are much weaker than is usual are not believed. A unit
 * that was not found is taken to be spoken where its neighbours leave room, and to be absent elsewhere.
 *
 * @returns the units that may be spoken, in order
 */
export function placeUnits({ hits }: Chain, { chances, lengths }: Search, steps: number): Placed[] {
  const worth = (hit: Hit) =>
    (hit.score - 0.5 * Math.max(0, chances[hit.unit]!)) / lengths[hit.unit]!;
  const usual = median(hits.map(worth));
  const believed = hits.filter((hit) => worth(hit) >= weak * usual);
  const placed: Placed[] = [];
  for (let at = 0; at <= believed.length; at += 1) {
    const before = believed[at - 1];
    const after = believed[at];
    const first = before ? before.unit + 1 : 0;
    const last = after ? after.unit : lengths.length;
    let expected = 0;
    for (let unit = first; unit < last; unit += 1) expected += lengths[unit]!;
    const reach = Math.round(expected * atEnds.perStep) + atEnds.more;
    const start = before ? before.end : Math.max(0, (after?.start ?? 0) - reach);
    const end = after ? after.start : Math.min(steps, (before?.end ?? 0) + reach);
    const room = end - start;
    if (room > 0 && room >= roomNeeded * expected && room <= mostRoom(expected)) {
      for (let unit = first; unit < last; unit += 1) {
        placed.push({ unit, start, end, how: 'likely' });
      }
    }
    if (after) {
      const how = worth(after) >= strong * usual ? 'sure' : 'found';
      placed.push({ unit: after.unit, start: after.start, end: after.end, how });
    }
  }
  return placed;
}

function median(values: number[]): number {
  const sorted = values.slice().sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
