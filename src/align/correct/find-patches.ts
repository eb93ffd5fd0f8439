import type { Stretch } from '../../episode/alignment.ts';
import type { Measured } from '../times/merge-times.ts';
import type { Change, Run } from './compare-words.ts';

/** A stretch of words that is fitted: what was changed, with words on either side whose times are known. */
export interface Patch {
  words: Run;
  /** What was changed in it. */
  changes: Change[];
}

/** Words with times to either side, so that the changed ones are not fitted to what belongs to others. */
const context = 2;
/** Words in all among which these are looked for. */
const reach = 8;

/**
 * The stretches of the new transcript in which words have to be looked for.
 *
 * @param kept of each of its words the time that it keeps
 */
export function findPatches(changes: Change[], kept: (Measured | null)[]): Patch[] {
  const patches: Patch[] = [];
  for (const change of changes) {
    if (change.now.to === change.now.from) continue;
    const words = widen(change.now, kept);
    const last = patches.at(-1);
    if (last && words.from < last.words.to) {
      last.words.to = words.to;
      last.changes.push(change);
    } else {
      patches.push({ words, changes: [change] });
    }
  }
  return patches;
}

/** From the end of the last word before to the start of the first behind whose times are known. */
export function roomFor({ from, to }: Run, kept: (Measured | null)[]): Stretch {
  let [before, after] = [from - 1, to];
  while (before >= 0 && !kept[before]) before -= 1;
  while (after < kept.length && !kept[after]) after += 1;
  return {
    start: kept[before]?.end ?? 0,
    end: kept[after]?.start ?? Number.POSITIVE_INFINITY,
  };
}

function widen({ from, to }: Run, kept: (Measured | null)[]): Run {
  const walk = (at: number, step: 1 | -1): number => {
    let timed = 0;
    let next = at;
    for (let taken = 0; taken < reach && timed < context; taken += 1) {
      if (next < 0 || next >= kept.length) break;
      if (kept[next]) timed += 1;
      next += step;
    }
    return next;
  };
  return { from: walk(from - 1, -1) + 1, to: walk(to, 1) };
}
