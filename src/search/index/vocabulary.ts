import type { Form } from '../query/forms.ts';
import { compoundLanguage } from './episode-words.ts';
import type { Database } from './open.ts';

/** In about how many passages something wanted is, in any of its forms: of a run of words, the seldomest counts. */
export function passagesWith(database: Database, forms: Form[]): number {
  const passages = (word: string) => passagesWithWord(database, word);
  return forms.reduce((sum, { terms }) => sum + Math.min(...terms.map(passages)), 0);
}

/** In how many passages a word is, whichever language it is taken for. */
export function passagesWithWord(database: Database, word: string): number {
  const read = database.prepare('select sum(passages) as passages from word where text = ?');
  return (read.get(word) as { passages: number | null }).passages ?? 0;
}

export function isSaid(database: Database, word: string): boolean {
  return database.prepare('select 1 from word where text = ?').get(word) !== undefined;
}

/** Whether anything that was written with a hyphen is this as one word. */
export function hasCompound(database: Database, compound: string): boolean {
  const found = database.prepare('select 1 from word where text = ? and language = ?');
  return found.get(compound, compoundLanguage) !== undefined;
}

/** The words of a language that have this stem, the most used first. */
export function withStem(database: Database, stem: string, language: string): string[] {
  const words = database
    .prepare('select text from word where stem = ? and language = ? order by passages desc')
    .all(stem, language) as { text: string }[];
  return words.map(({ text }) => text);
}

/** The most used words that begin so. */
export function beginningWith(database: Database, beginning: string, most: number): string[] {
  const last = `${beginning}\u{10ffff}`;
  const words = database
    .prepare(
      'select text from word where text between ? and ? group by text order by sum(passages) desc limit ?',
    )
    .all(beginning, last, most) as { text: string }[];
  return words.map(({ text }) => text);
}

/** All words that begin so. @param length in characters */
export function wordsBeginning(
  database: Database,
  beginning: string,
  length: { least: number; most: number },
): string[] {
  // As one text, since thousands of rows would take ten times as long.
  const { words } = database
    .prepare(
      "select group_concat(text, ' ') as words from word where text between ? and ? and length(text) between ? and ?",
    )
    .get(beginning, `${beginning}\u{10ffff}`, length.least, length.most) as {
    words: string | null;
  };
  return words === null ? [] : words.split(' ');
}

/** The letters that words begin with. Each is looked up from the one before, which spares reading all words. */
export function firstLetters(database: Database): string[] {
  const letters = database
    .prepare(
      'with recursive first (letter) as (select substr(min(text), 1, 1) from word union all select (select substr(min(text), 1, 1) from word where text > letter || char(0x10ffff)) from first where letter is not null) select letter from first where letter is not null',
    )
    .all() as { letter: string }[];
  return letters.map(({ letter }) => letter);
}
