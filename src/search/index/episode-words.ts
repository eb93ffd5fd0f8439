import { stemmerName } from '../words/stem.ts';
import { elides, tokensOf } from '../words/tokens.ts';

/**
 * The words of one episode, counted as they come up. A word that is said again is not taken apart again:
 * that makes indexing several times as fast.
 */
export interface EpisodeWords {
  language: string;
  elides: boolean;
  /** By how they are written. */
  written: Map<string, WrittenWord>;
  /** By what they are found under. */
  counts: Map<string, CountedWord>;
  /** Passages that were read so far. */
  passages: number;
}

/** What a word is found under, and in how many passages of the episode. */
export interface CountedWord {
  /** What no other word of its language has. */
  name: string;
  text: string;
  /** What its forms are made of. */
  base: string;
  /** Of whose forms it is one, as `stemmerName` names it. */
  language: string;
  passages: number;
  /** The passage that was the last to count it, so that each counts it once. */
  last: number;
}

/** A word as it stands in a text. */
interface WrittenWord {
  /** What it is found under, with blanks between, as a column of the index has it. */
  joined: string;
  /** What was written with a hyphen, as one word; mostly none. */
  compounds: string[];
  /** Each of what it is found under. */
  counts: CountedWord[];
}

/** Compounds are under a language that is none, so that a language's words are its own. */
export const compoundLanguage = '-';

/** @param language BCP 47 tag */
export function newEpisodeWords(language: string): EpisodeWords {
  return {
    language: stemmerName(language),
    elides: elides(language),
    written: new Map(),
    counts: new Map(),
    passages: 0,
  };
}

/** Counts the words of a passage. @returns its words and its compounds, as columns of the index have them */
export function readPassage(
  words: EpisodeWords,
  text: string,
): { said: string; compounds: string } {
  words.passages += 1;
  const said: string[] = [];
  const compounds: string[] = [];
  for (const word of text.replaceAll('\n', ' ').split(' ')) {
    let known = words.written.get(word);
    if (known === undefined) {
      known = takeApart(words, word);
      words.written.set(word, known);
    }
    said.push(known.joined);
    if (known.compounds.length > 0) compounds.push(...known.compounds);
    for (const count of known.counts) {
      if (count.last === words.passages) continue;
      count.last = words.passages;
      count.passages += 1;
    }
  }
  return { said: said.join(' '), compounds: compounds.join(' ') };
}

function takeApart(words: EpisodeWords, text: string): WrittenWord {
  const { tokens, compounds } = tokensOf(text, words.elides);
  return {
    joined:
      tokens.length === 1 ? (tokens[0]?.text ?? '') : tokens.map((token) => token.text).join(' '),
    compounds: compounds.map((compound) => compound.text),
    counts: [
      ...tokens.map((token) => countOf(words, token.text, words.language, token.base)),
      ...compounds.map((compound) => countOf(words, compound.text, compoundLanguage)),
    ],
  };
}

function countOf({ counts }: EpisodeWords, text: string, language: string, base = text) {
  // `bos’s` and `boss` are written down under the same letters, and are no forms of the same word.
  const own = text === base ? text : `${text} ${base}`;
  const name = language === compoundLanguage ? `- ${own}` : own;
  const known = counts.get(name);
  if (known !== undefined) return known;
  const count: CountedWord = { name, text, base, language, passages: 0, last: 0 };
  counts.set(name, count);
  return count;
}
