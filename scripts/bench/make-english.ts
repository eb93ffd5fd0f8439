import type { Transcript } from '../../src/episode/transcript.ts';
import { createChance } from './chance.ts';
import { timeWords } from './make-words.ts';

/** Different words that are ever said. */
const vocabularySize = 60_000;
/** The shape of English: how often a word is said falls with its rank (Zipf, with Mandelbrot's shift). */
const shift = 2.7;
const exponent = 1.05;

const commonest = (
  'the and to of a in that is it you i we for was on be with have so this but are as they not at what ' +
  'like do or from just about if there can one an all know very people think would your some more by'
).split(' ');
const beginnings = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh st t th tr v w'.split(
  ' ',
);
const middles = 'a e i o u ai ea ee ou oo'.split(' ');
const endings = 'ck d ft l ll m n nd ng nt p r rd rk s sh ss st t x'.split(' ');
const suffixes = ['', '', '', 's', 'ing', 'ed', 'er', 'ly', 'ness', 'tion'];

/** The words, the most said first; they are the same in every run. */
export const english: readonly string[] = makeVocabulary();
const shares = sharesOf(english.length);

/** An interview of that many words, said as often as in English, each with its time. */
export function makeEnglish(words: number, seed: number): Transcript {
  const chance = createChance(seed + 1000);
  return timeWords(
    Array.from({ length: words }, (_, at) => sentenceCase(pick(chance()), at)),
    seed,
  );
}

function makeVocabulary(): string[] {
  const chance = createChance(7);
  const words = new Set(commonest);
  const one = (of: string[]) => of[Math.floor(chance() * of.length)] ?? '';
  while (words.size < vocabularySize) {
    const syllables = 1 + Math.floor(chance() * 2.6);
    let word = '';
    for (let at = 0; at < syllables; at += 1) word += one(beginnings) + one(middles);
    words.add(word + one(endings) + one(suffixes));
  }
  return [...words];
}

/** For each rank how much of all that is said is said with it and those before. */
function sharesOf(ranks: number): Float64Array {
  const shares = new Float64Array(ranks);
  let sum = 0;
  for (let rank = 0; rank < ranks; rank += 1) {
    sum += 1 / (rank + 1 + shift) ** exponent;
    shares[rank] = sum;
  }
  return shares.map((share) => share / sum);
}

function pick(share: number): string {
  let first = 0;
  let last = shares.length - 1;
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((shares[middle] ?? 1) < share) first = middle + 1;
    else last = middle;
  }
  return english[first] ?? '';
}

function sentenceCase(word: string, at: number): string {
  if (at % 14 === 0) return word.charAt(0).toUpperCase() + word.slice(1);
  return at % 14 === 13 ? `${word}.` : word;
}
