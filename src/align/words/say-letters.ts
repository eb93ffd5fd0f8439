import { distinct } from './combine.ts';
import { sayOrdinal, sayWhole } from './say-number.ts';

/** `PTL` as p. t. l.: a letter with a full stop stands for its name, as in CMU's dictionary. */
export function spell(letters: string): string[] {
  return Array.from(letters.toLowerCase(), (letter) => `${letter}.`);
}

/**
 * A word in capitals in English: letter by letter (`PTL`), as a word where it is one (`NASA`) or looks as
 * if it could be said (`RHEL`), or as a Roman number.
 */
export function sayCapitals(capitals: string, isWord: (word: string) => boolean): string[][] {
  const word = capitals.toLowerCase();
  const [spelt, said] = [spell(capitals), [word]];
  let ways = canBeSaid(word) ? [spelt, said] : [spelt];
  if (capitals.length > 3 && canBeSaid(word)) ways = [said, spelt];
  if (isWord(word)) ways = word.length > 2 || stressed.has(word) ? [said, spelt] : [spelt, said];
  const number = romanNumber(capitals);
  if (number === null) return ways;
  const [cardinal = [], ordinal = []] = [...sayWhole(number).slice(0, 1), ...sayOrdinal(number)];
  return distinct([cardinal, ['the', ...ordinal], ...ways]);
}

/** Words of two letters that are rather stressed than spelt; `IT` and `US` are not among them. */
const stressed = new Set(
  'am an as at be by do go he if in is me my no of oh on or so to up we'.split(' '),
);

/** Whether an unknown word has vowels, and nowhere more consonants than can be said. */
function canBeSaid(word: string): boolean {
  return /[aeiou]/.test(word) && !/[^aeiouy]{3}|^[^aeiouy]{2}[^aeiouylr]/.test(word);
}

const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** The digits of 2 to 39; a single letter is more often a letter. */
function romanNumber(capitals: string): string | null {
  if (capitals.length < 2) return null;
  const tens = /^X{0,3}/.exec(capitals)![0].length;
  const one = ones.indexOf(capitals.slice(tens));
  return one < 0 ? null : String(tens * 10 + one);
}
