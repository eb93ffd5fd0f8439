import type { SpokenWord } from '../../../src/align/script/script.ts';
import type { Measured } from '../../../src/align/times/merge-times.ts';
import type { Word } from '../../../src/episode/transcript.ts';

/** Found from then to then; sure unless said otherwise. */
export function measured(start: number, end: number, confidence = 0.9): Measured {
  return { start, end, confidence };
}

/** Words one after another, half a second each, found or not (`-`), as many as there are signs. */
export function inARow(signs: string, from = 0): (Measured | null)[] {
  return Array.from(signs, (sign, at) =>
    sign === '-' ? null : measured(from + at / 2, from + at / 2 + 0.5, sign === '?' ? 0.2 : 0.9),
  );
}

/** The transcript's words as a script has them. */
export function spoken(words: Word[]): SpokenWord[] {
  return words.map((word, at) => ({
    word,
    turn: 0,
    opensSentence: at === 0,
    restsAfter: false,
    pronunciations: [[1]],
  }));
}
