import type { Correction } from '../../episode/correction.ts';
import { type Transcript, type Word, wordsOf } from '../../episode/transcript.ts';
import { type Change, compareWords } from './compare-words.ts';
import { countChanged } from './count-changed.ts';

/** Seconds by which a time may differ that was rounded on its way through captions. */
const rounded = 0.002;

/** How much of a transcript another one changed; words are compared as they are written. */
export function tellCorrection(before: Transcript, now: Transcript): Correction {
  const [old, words] = [[...wordsOf(before)], [...wordsOf(now)]];
  const texts = (list: Word[]) => list.map(({ text }) => text);
  const most = Math.max(old.length, words.length);
  const changes = compareWords(texts(old), texts(words));
  if (changes === null) return { changed: most, words: most, times: 'none' };
  const stayed = pairs(old, words, changes).filter(([one]) => one.start !== null);
  const isKept = stayed.every(([one, other]) => isSame(one.start, other.start));
  const times = stayed.length === 0 ? 'none' : isKept ? 'kept' : 'anew';
  return { changed: Math.min(most, countChanged(changes)), words: most, times };
}

/** Whether two times are the same but for rounding. */
export function isSame(one: number | null, other: number | null): boolean {
  return one === other || (one !== null && other !== null && Math.abs(one - other) <= rounded);
}

/** Words that were not changed, each as it was and as it is. */
function pairs(old: Word[], words: Word[], changes: Change[]): [Word, Word][] {
  const found: [Word, Word][] = [];
  let [at, next] = [0, 0];
  const last = { before: { from: old.length, to: 0 }, now: { from: words.length, to: 0 } };
  for (const { before, now } of [...changes, last]) {
    for (; at < before.from; at += 1, next += 1) found.push([old[at]!, words[next]!]);
    [at, next] = [before.to, now.to];
  }
  return found;
}
