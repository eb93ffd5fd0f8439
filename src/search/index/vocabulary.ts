import type { Form } from '../query/forms.ts';
import { compoundLanguage } from './lexicon.ts';
import type { Database } from './open.ts';

/** In about how many passages something wanted is, in any of its forms: of a run of words, the seldomest counts. */
export function passagesWith(database: Database, forms: Form[]): number {
  const read = database.prepare('select sum(passages) as passages from word where text = ?');
  const passages = (word: string) => (read.get(word) as { passages: number | null }).passages ?? 0;
  return forms.reduce((sum, { terms }) => sum + Math.min(...terms.map(passages)), 0);
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
