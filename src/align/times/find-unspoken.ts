import type { Unspoken } from '../../episode/alignment.ts';
import type { SpokenWord } from '../script/script.ts';
import type { Measured } from './merge-times.ts';

/** Fewer words than this are slips nobody wants to hear of. */
const leastWords = 3;
/** Words that a passage is known by. */
const shown = 8;

/** Passages of the transcript that are not in the sound: words one after another that were not found. */
export function findUnspoken(
  words: Pick<SpokenWord, 'word'>[],
  found: (Measured | null)[],
): Unspoken[] {
  const passages: Unspoken[] = [];
  let after = 0;
  for (let from = 0; from < words.length; from += 1) {
    const here = found[from];
    if (here) {
      after = here.end;
      continue;
    }
    let to = from + 1;
    while (to < words.length && !found[to]) to += 1;
    if (to - from >= leastWords) {
      const texts = words.slice(from, Math.min(to, from + shown)).map(({ word }) => word.text);
      const begins = texts.join(' ') + (to - from > shown ? ' …' : '');
      passages.push({ words: to - from, begins, after });
    }
    from = to - 1;
  }
  return passages;
}
