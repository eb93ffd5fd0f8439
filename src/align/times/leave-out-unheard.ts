import type { Unit } from '../script/units.ts';
import type { Measured } from './merge-times.ts';

/** Below this mean confidence, words left out counting as none, a unit was not spoken. */
const least = 0.25;

/**
 * Takes the times away from units of which hardly anything fits: what is not spoken still finds a short word here
 * and there that could be anything.
 */
export function leaveOutUnheard(found: (Measured | null)[], units: Unit[]): (Measured | null)[] {
  const believed = found.slice();
  for (const { from, to } of units) {
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += found[at]?.confidence ?? 0;
    if (sum < least * (to - from)) believed.fill(null, from, to);
  }
  return believed;
}
