import { combine, distinct } from './combine.ts';
import { sayFigure } from './say-figure.ts';
import { sayCapitals, spell } from './say-letters.ts';
import { sayDigits } from './say-number.ts';

/** What is said of a sign between the parts of a word, likeliest first. */
const joints: Record<string, string[][]> = {
  '&': [['and']],
  '+': [['plus'], ['and'], []],
  '%': [['percent']],
  '@': [['at']],
  '=': [['equals'], ['is'], []],
  '/': [[], ['slash'], ['or']],
  '\\': [['backslash'], []],
  _: [[], ['underscore']],
  '.': [['dot'], [], ['point']],
  '#': [['sharp'], ['number'], []],
  $: [[], ['dollar']],
  '°': [['degrees']],
};

/**
 * How a word made of several is said in English: `and/or`, `co-operate`, `OpenStack`, `macOS`, `IPv6`,
 * `node.js`, `Q&A`.
 *
 * @param written without the punctuation around it
 */
export function sayCompound(written: string, isWord: (word: string) => boolean): string[][] {
  const parts: string[][][] = [];
  let known = true;
  for (const piece of piecesOf(written)) {
    const word = piece.toLowerCase();
    if (Object.hasOwn(joints, piece)) parts.push(joints[piece]!);
    else if (/^\d/.test(piece)) parts.push(sayDigitsOf(piece));
    else if (piece === 'a') parts.push([[word], spell(word)]);
    else if (/^\p{L}$/u.test(piece)) parts.push([spell(word)]);
    else if (/^\p{Lu}+$/u.test(piece)) parts.push(sayCapitals(piece, isWord));
    else {
      parts.push([[word]]);
      known &&= word.length > 3 || isWord(word);
    }
  }
  const apart = combine(parts);
  const run = written.replace(/[-–—'/]/g, '');
  if (!/^\p{L}+$/u.test(run)) return apart;
  // In one: `cooperate`, or a name whose parts are no words, as of `LeBron`.
  const together = [run.toLowerCase()];
  if (/[-–—]/.test(written) && isWord(together[0]!)) return distinct([together, ...apart]);
  if (/[-–—/]/.test(written)) return apart;
  return known ? apart : distinct([together, ...apart]);
}

/** As a number, or where it is written like none (`1,23`) digit by digit. */
function sayDigitsOf(piece: string): string[][] {
  const ways = sayFigure(piece);
  return ways.length > 0 ? ways : sayDigits(piece.replace(/\D/g, ''));
}

/** Numbers, capitals in a row, words with or without a capital, and signs that are said. */
function piecesOf(written: string): string[] {
  const piece =
    /\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|s)(?!\p{L}))?|\p{Lu}{2,}(?=\p{Ll}\d)|\p{Lu}+(?!\p{Ll})|[\p{Lu}\p{Lt}]?[\p{Ll}\p{M}]+(?:'\p{Ll}+)*|[\p{Lo}\p{Lm}\p{M}]+|\p{L}|[&+%@=/\\_.#$°]/gu;
  return written.match(piece) ?? [];
}
