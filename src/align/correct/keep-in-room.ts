import type { Stretch } from '../../episode/alignment.ts';
import type { Measured } from '../times/merge-times.ts';

/** Seconds by which a new word may begin later than it was heard, since its neighbour keeps its time. */
const latest = 0.15;
/** The share that has to be left of it. */
const least = 1 / 3;

/**
 * A new word between neighbours that keep their times: as it was heard, as far as there is room. Null where it
 * was heard in the sound that is theirs.
 */
export function keepInRoom(word: Measured, room: Stretch): Measured | null {
  const start = Math.max(word.start, room.start);
  const end = Math.min(word.end, room.end);
  const isThere = end - start >= least * (word.end - word.start);
  return isThere && start - word.start <= latest ? { ...word, start, end } : null;
}
