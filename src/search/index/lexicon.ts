import { stem } from '../words/stem.ts';
import type { CountedWord } from './episode-words.ts';
import type { Database } from './open.ts';

/**
 * How many passages have each word, as far as it is not written down yet: many episodes that are taken in one
 * after the other have most of their words in common, and these are written down once.
 */
export interface Lexicon {
  /** By language, and by what no other word of it has. */
  languages: Map<string, Map<string, WordCount>>;
  /** What has been counted and is not written down yet. */
  unwritten: WordCount[];
}

export interface WordCount {
  text: string;
  /** Of whose forms it is one, as `stemmerName` names it. */
  language: string;
  stem: string;
  /** Passages to be added to what is written down. */
  passages: number;
  /** Passages that are written down; null as long as nobody asked. */
  written: number | null;
}

const mostRemembered = 150_000;

export function newLexicon(): Lexicon {
  return { languages: new Map(), unwritten: [] };
}

/**
 * Adds an episode's words, or takes them off again.
 *
 * @param by 1 where the episode is put, -1 where it is removed
 * @returns the words' counts over all episodes, in the same order
 */
export function addCounts(lexicon: Lexicon, words: Iterable<CountedWord>, by: 1 | -1): WordCount[] {
  return Array.from(words, (word) => {
    const count = countOf(lexicon, word);
    if (count.passages === 0) lexicon.unwritten.push(count);
    count.passages += word.passages * by;
    return count;
  });
}

function countOf({ languages }: Lexicon, { name, text, base, language }: CountedWord): WordCount {
  let words = languages.get(language);
  if (words === undefined || words.size > mostRemembered) {
    words = new Map();
    languages.set(language, words);
  }
  const known = words.get(name);
  if (known !== undefined) return known;
  // What is cut out of a text would keep the whole of it in memory.
  const own = copyOf(text);
  const count = {
    text: own,
    language,
    stem: copyOf(stem(base, language)),
    passages: 0,
    written: null,
  };
  words.set(name === text ? own : copyOf(name), count);
  return count;
}

function copyOf(text: string): string {
  return Buffer.from(text).toString();
}

/** Leaves out of account what is not written down. */
export function forgetCounts(lexicon: Lexicon) {
  lexicon.languages.clear();
  lexicon.unwritten = [];
}

/** In how many passages of all episodes a word is. */
export function passagesHaving(database: Database, count: WordCount): number {
  count.written ??= writtenDown(database, count);
  return count.written + count.passages;
}

function writtenDown(database: Database, { text, language, stem: stemmed }: WordCount): number {
  const found = database
    .prepare('select passages from word where text = ? and language = ? and stem = ?')
    .get(text, language, stemmed) as { passages: number } | undefined;
  return found?.passages ?? 0;
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
    // Another word may be written down under the same letters.
    count.written = null;
    add.run(text, language, stemmed, passages);
    if (passages < 0) drop.run(text, language, stemmed);
  }
  lexicon.unwritten = [];
}
