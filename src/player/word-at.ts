import type { Place, Spoken } from './word-times.ts';

/** How long a word stays painted after its end, so that speech does not flicker. Seconds. */
const linger = 0.3;

/** Times are kept in hundredths; half of one later a word has begun all the same. Seconds. */
const slack = 0.005;

/**
 * Which word is spoken at a time. A word begins exactly at its start, and stays until shortly after its
 * end or until the next begins; in longer pauses, and where nobody knows the end, there is none.
 *
 * @param words by start
 */
export function wordAt(words: Spoken[], time: number): Spoken | null {
  const word = lastBegun(words, time);
  return word !== null && word.end !== null && time < word.end + linger ? word : null;
}

/** The last word that has begun: how far speech has got, in pauses too. Null before the first. */
export function lastBegun(words: Spoken[], time: number): Spoken | null {
  return words[countWhile(words, ({ start }) => start <= time + slack) - 1] ?? null;
}

/**
 * The word to play from when someone asks for the one at a place: itself, or the nearest timed word before
 * it, or the first of all.
 *
 * @param words in the order of the page
 */
export function playableAt(words: Spoken[], { paragraph, word }: Place): Spoken | null {
  const count = countWhile(
    words,
    ({ from }) => from.paragraph < paragraph || (from.paragraph === paragraph && from.word <= word),
  );
  return words[Math.max(0, count - 1)] ?? null;
}

/** How many words at the beginning a condition holds for that holds for no later one. */
function countWhile(words: Spoken[], holds: (word: Spoken) => boolean): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(words[middle] as Spoken)) low = middle + 1;
    else high = middle;
  }
  return low;
}
