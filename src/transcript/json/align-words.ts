import { wordsIn } from '../split-text.ts';
import type { SaidWord } from './dialect.ts';
import { matchWords } from './match-words.ts';

/** The words of a text, with what the engine's own list says of them. */
export interface Aligned {
  /** One for each word of the text. */
  words: SaidWord[];
  /** Whether text and list are the same words, marks and capitals aside. */
  agrees: boolean;
  /** Whether times were lost because the text puts no spaces between words, as in Chinese. */
  unspaced: boolean;
}

/**
 * Lays an engine's list of words over its text. The text decides what is written; the list says when, how
 * surely and by whom. Its items may be parts of words (`un`, `believable`), several words, bare punctuation,
 * or lack the marks that the text has.
 *
 * @param texts the words of the text
 * @param said the list, in the same order
 */
export function alignWords(texts: string[], said: SaidWord[]): Aligned {
  for (const form of [asWritten, bare]) {
    const keys = texts.map(form);
    const heard = said.map(({ text }) => form(text));
    if (keys.join('') === heard.join(''))
      return { ...overlay(texts, keys, said, heard), agrees: true };
  }
  const pairs = matchWords(
    texts.map(bare),
    said.map(({ text }) => bare(text)),
  );
  const words = texts.map((text, at) => {
    const pair = pairs[at] ?? -1;
    return pair === -1 ? silent(text) : { ...said[pair]!, text };
  });
  return { words, agrees: false, unspaced: false };
}

/** Walks along both; joined, they are the same characters. */
function overlay(
  texts: string[],
  keys: string[],
  said: SaidWord[],
  heard: string[],
): Omit<Aligned, 'agrees'> {
  let unspaced = false;
  let item = 0;
  let itemFrom = 0;
  let from = 0;
  const words = texts.map((text, at) => {
    const to = from + keys[at]!.length;
    const word = silent(text);
    let begun = 0;
    while (item < said.length && itemFrom < to) {
      const itemTo = itemFrom + heard[item]!.length;
      if (itemTo > itemFrom) {
        const begins = itemFrom >= from;
        addTo(word, said[item]!, begins, itemTo <= to, begun);
        if (begins && !isMark(said[item]!)) begun += 1;
      }
      if (itemTo > to) break;
      itemFrom = itemTo;
      item += 1;
    }
    unspaced ||= begun > 1 && word.start !== null && spaceless.test(text);
    from = to;
    return word;
  });
  return { words, unspaced };
}

const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Adds what one item says to the word it stands in. Of a mark's own times, which engines give at will, only a
 * word that is nothing but marks makes use.
 *
 * @param begun how many items that are no marks began in the word before this one
 */
function addTo(
  word: SaidWord,
  item: SaidWord,
  begins: boolean,
  ends: boolean,
  begun: number,
): void {
  const { start, end, confidence, speakers, opensParagraph, direction } = item;
  const mark = isMark(item);
  if (begins && begun === 0) word.start = mark ? (word.start ?? start) : start;
  if (!mark || begun === 0) word.end = ends ? end : null;
  if (confidence !== null && !mark) word.confidence = Math.min(word.confidence ?? 1, confidence);
  if (speakers !== undefined) word.speakers ??= speakers;
  if (opensParagraph !== undefined) word.opensParagraph ||= opensParagraph;
  if (direction) word.direction = direction;
}

function isMark({ text }: SaidWord): boolean {
  return !/[a-z\d]/i.test(text) && !/[\p{L}\p{N}]/u.test(text);
}

function silent(text: string): SaidWord {
  return { text, start: null, end: null, confidence: null };
}

function asWritten(text: string): string {
  return /^[!-~]*$/.test(text) ? text : wordsIn(text).join('');
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
