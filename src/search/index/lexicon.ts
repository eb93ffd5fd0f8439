import { stem, stemmerName } from '../words/stem.ts';
import { elides, tokensOf } from '../words/tokens.ts';
import type { Database } from './open.ts';

/**
 * Words as they come up while episodes are taken in. People use few words, and most of them often, so what
 * a word is found under is worked out once, and counted where it lies: that makes indexing several times as fast.
 */
export interface Lexicon {
  languages: Map<string, WordsOfLanguage>;
  /** What has been counted and is not written down yet. */
  unwritten: WordCount[];
  /** Passages that have been counted, or counted off. */
  visits: number;
}

/** The words of one language, by how they are written and by what they are found under. */
interface WordsOfLanguage {
  stemmer: string;
  elides: boolean;
  written: Map<string, WrittenWord>;
  counts: Map<string, WordCount>;
}

/** A word as it stands in a text. */
export interface WrittenWord {
  /** What it is found under, with blanks between, as a column of the index has it. */
  joined: string;
  /** What was written with a hyphen, as one word; mostly none. */
  compounds: string[];
  /** Each of what it is found under. */
  counts: WordCount[];
}

/** In how many passages a word is said. */
export interface WordCount {
  text: string;
  /** Of whose forms it is one, as `stemmerName` names it. */
  language: string;
  stem: string;
  /** To be added to what is written down. */
  passages: number;
  /** The visit that counted it last, so that each counts it once. */
  visit: number;
  /** In how many passages of the episode that it was last counted in. */
  inEpisode: number;
}

const mostRemembered = 150_000;

export function newLexicon(): Lexicon {
  return { languages: new Map(), unwritten: [], visits: 0 };
}

/** @param language BCP 47 tag */
export function wordsOfLanguage(lexicon: Lexicon, language: string): WordsOfLanguage {
  const [stemmer, parted] = [stemmerName(language), elides(language)];
  const name = `${stemmer} ${parted}`;
  const known = lexicon.languages.get(name);
  if (known !== undefined && known.written.size < mostRemembered) return known;
  const words = { stemmer, elides: parted, written: new Map(), counts: new Map() };
  lexicon.languages.set(name, words);
  return words;
}

/** The words of a passage, in order. */
export function wordsIn(words: WordsOfLanguage, text: string): WrittenWord[] {
  return text
    .replaceAll('\n', ' ')
    .split(' ')
    .map((word) => words.written.get(word) ?? writtenWord(words, word));
}

function writtenWord(words: WordsOfLanguage, text: string): WrittenWord {
  const { tokens, compounds } = tokensOf(text, words.elides);
  const word: WrittenWord = {
    joined: tokens.map((token) => token.text).join(' '),
    compounds: compounds.map((compound) => compound.text),
    counts: [
      ...tokens.map((token) => countOf(words, token.text, words.stemmer, token.base)),
      ...compounds.map((compound) => countOf(words, compound.text, compoundLanguage)),
    ],
  };
  // What is cut out of a text would keep the whole of it in memory.
  words.written.set(Buffer.from(text).toString(), word);
  return word;
}

/** Compounds are under a language that is none, so that a language's words are its own. */
export const compoundLanguage = '-';

/** @param base what its stem is made of */
function countOf({ counts }: WordsOfLanguage, text: string, language: string, base = text) {
  const of = { text, language, stem: stem(base, language) };
  // `bos’s` and `boss` are written down under the same letters, and are no forms of the same word.
  const name = `${language} ${text} ${of.stem}`;
  const known = counts.get(name);
  if (known !== undefined) return known;
  const count: WordCount = { ...of, passages: 0, visit: 0, inEpisode: 0 };
  counts.set(name, count);
  return count;
}

/**
 * Counts a word of the passage that is visited, once.
 *
 * @param since the episode's first visit
 * @param by 1 where the passage is added, -1 where it is taken away
 * @returns whether it is the first of its episode
 */
export function countWord(
  { visits, unwritten }: Lexicon,
  count: WordCount,
  since: number,
  by: 1 | -1,
): boolean {
  if (count.visit === visits) return false;
  if (count.passages === 0) unwritten.push(count);
  const isFirst = count.visit < since;
  count.visit = visits;
  count.passages += by;
  count.inEpisode = isFirst ? 1 : count.inEpisode + 1;
  return isFirst;
}

/** Writes down what has been counted. */
export function writeCounts(database: Database, lexicon: Lexicon) {
  if (lexicon.unwritten.length === 0) return;
  const add = database.prepare(
    'insert into word values (?, ?, ?, ?) on conflict (text, language, stem) do update set passages = passages + excluded.passages',
  );
  const drop = database.prepare(
    'delete from word where text = ? and language = ? and stem = ? and passages <= 0',
  );
  for (const count of lexicon.unwritten) {
    const { text, language, stem: stemmed, passages } = count;
    count.passages = 0;
    if (passages === 0) continue;
    add.run(text, language, stemmed, passages);
    if (passages < 0) drop.run(text, language, stemmed);
  }
  lexicon.unwritten = [];
}
