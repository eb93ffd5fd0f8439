import { fold } from './fold.ts';

/** A piece of text that is found as one: a word, a part of `open-source`, a single Chinese character. */
export interface Token {
  /** Folded. */
  text: string;
  /** What word forms are made of: without an English `’s`. */
  base: string;
  /** Where it stands: offset of its first character, and of the one after its last. */
  from: number;
  to: number;
}

/** A word of several parts, found under its parts and as one: `e-mail` as `email`. */
export interface Compound {
  /** Folded, without what joins the parts. */
  text: string;
  from: number;
  to: number;
}

export interface Tokens {
  /** In the order of the text: neighbours here are neighbours in a phrase. */
  tokens: Token[];
  compounds: Compound[];
}

/**
 * The tokens of a text. Hyphens, dots and slashes part words, what names a programming
 * language by one letter (`C++`, `C#`) is one. An apostrophe parts them in languages that
 * drop vowels before it (`l’interview`), and in others it is not there (`dont`). Scripts written without
 * spaces are taken apart character by character, so that any run of them is found as a phrase.
 *
 * @param elides whether the language drops vowels before an apostrophe
 */
export function tokensOf(text: string, elides: boolean): Tokens {
  const single = singleWord.exec(text)?.[1]?.toLowerCase();
  if (single !== undefined) {
    return { tokens: [{ text: single, base: single, from: 0, to: single.length }], compounds: [] };
  }
  const tokens: Token[] = [];
  const compounds: Compound[] = [];
  for (const { index, 0: word } of text.matchAll(wordWithJoints)) {
    if (plain.test(word)) {
      const folded = word.toLowerCase().slice(0, longest);
      tokens.push({ text: folded, base: folded, from: index, to: index + word.length });
      continue;
    }
    const parts = partsOf(word, index, elides);
    for (const part of parts) tokens.push(part);
    const compound = parts.length > 1 ? compoundOf(word, index, parts) : null;
    if (compound !== null) compounds.push(compound);
  }
  return { tokens, compounds };
}

/** Whether the language has words like `l’interview`. */
export function elides(language: string): boolean {
  return /^(?:fr|it|ca|oc|br|eo)\b/i.test(language);
}

/** Most words of most languages need not be taken apart. */
const plain = /^[A-Za-z0-9]+$/;
const singleWord = /^([A-Za-z0-9]{1,60})[.,;:!?]?$/;
/** `C++` and `F#` are other words than `C` and `F`. */
const signed = '[A-Za-z](?:\\+\\+|#)(?!\\p{L})';
const letters = `(?:${signed}|[\\p{L}\\p{N}\\p{M}]+)`;
const apostrophes = "['’ʼ‘＇]";
const joints = `(?:${apostrophes}|[-‐‑–.,/·:_&@\\u00ad])`;
const wordWithJoints = new RegExp(`${letters}(?:${joints}${letters})*`, 'gu');
const apostropheBefore = new RegExp(`${apostrophes}$`, 'u');
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');
/** A character of a script without spaces with its marks, or a run of anything else. */
const pieces = new RegExp(`[${unspaced}ー]\\p{M}*|[^${unspaced}ー]+`, 'gu');
/** Longer than any word; hostile text has longer ones. */
const longest = 60;

function partsOf(word: string, offset: number, elides: boolean): Token[] {
  const parts: Token[] = [];
  for (const { index, 0: run } of word.matchAll(runs)) {
    const from = offset + index;
    const afterApostrophe = apostropheBefore.test(word.slice(0, index));
    const before = parts.at(-1);
    if (afterApostrophe && !elides && before !== undefined) {
      const text = fold(spelt(run));
      if (text !== 's') before.base += text;
      before.text += text;
      before.to = from + run.length;
      continue;
    }
    for (const piece of hasUnspaced.test(run) ? run.matchAll(pieces) : [whole(run)]) {
      const text = fold(spelt(piece[0])).slice(0, longest);
      const at = from + piece.index;
      if (text !== '') parts.push({ text, base: text, from: at, to: at + piece[0].length });
    }
  }
  return parts;
}

const runs = new RegExp(letters, 'gu');

/** Signs that are part of a word, in letters: nothing else of a word is compared. */
function spelt(run: string): string {
  if (run.endsWith('++')) return `${run.slice(0, -2)}plusplus`;
  return run.endsWith('#') ? `${run.slice(0, -1)}sharp` : run;
}

function whole(run: string): { 0: string; index: number } {
  return { 0: run, index: 0 };
}

function compoundOf(word: string, from: number, parts: Token[]): Compound | null {
  if (hasUnspaced.test(word)) return null;
  const text = parts.map((part) => part.text).join('');
  return text.length > longest ? null : { text, from, to: from + word.length };
}
