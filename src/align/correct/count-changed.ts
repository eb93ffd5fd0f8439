import type { Change } from './compare-words.ts';

/** Of more than this share of its words changed, a transcript is taken for another one. */
const mostChanged = 1 / 3;

/** How many words were changed; one in the place of another counts once. */
export function countChanged(changes: Change[]): number {
  return changes.reduce((sum, { before, now }) => {
    return sum + Math.max(before.to - before.from, now.to - now.from);
  }, 0);
}

/**
 * Whether so much was changed that this is another transcript.
 *
 * @param words how many there are, before or now, whichever is more
 */
export function isAnother(changes: Change[], words: number): boolean {
  return countChanged(changes) > mostChanged * words;
}
