import type { Shift } from '../../episode/alignment.ts';
import type { SpokenWord } from '../script/script.ts';
import type { Measured } from './merge-times.ts';

/** How far given times may be off without a word about it: captions lead in, marks in the text are rounded. */
const tolerance = { timed: 0.6, marked: 2 } as const;
/** Times around one that are looked at together, so that one word misheard is not a shift. */
const around = { timed: 4, marked: 0 } as const;
/** Within a shift, times differ by no more than this. */
const steady = 0.5;
/** Below this nobody would hold our own word against somebody else's. */
const leastConfidence = 0.5;

/**
 * Where the times that a transcript brought are off against the sound, each stretch with how much. A time is
 * judged by the median of itself and its neighbours.
 *
 * @param found when each word of the script was heard; null where it was not
 * @param timed whether the transcript times words or cues, rather than marking the time now and then
 */
export function findShifts(
  words: Pick<SpokenWord, 'word'>[],
  found: (Measured | null)[],
  timed: boolean,
): Shift[] {
  const which = timed ? 'timed' : 'marked';
  const compared = words.flatMap(({ word }, at) => {
    const measured = found[at];
    if (word.start === null || !measured || measured.confidence < leastConfidence) return [];
    return [{ given: word.start, late: word.start - measured.start }];
  });
  const shifts: Shift[] = [];
  let previous: Shift | null = null;
  for (const [at, { given }] of compared.entries()) {
    const near = compared.slice(Math.max(0, at - around[which]), at + around[which] + 1);
    const late = median(near.map((time) => time.late));
    if (Math.abs(late) <= tolerance[which]) {
      previous = null;
    } else if (previous !== null && Math.abs(previous.late - late) <= steady) {
      previous.end = given;
    } else {
      previous = { start: given, end: given, late: Math.round(late * 10) / 10 };
      shifts.push(previous);
    }
  }
  return shifts;
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
