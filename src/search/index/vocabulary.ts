import type { Form } from '../query/forms.ts';
import type { Database } from './open.ts';

/** In about how many passages something wanted is, in any of its forms: of a run of words, the seldomest counts. */
export function passagesWith(database: Database, forms: Form[]): number {
  const read = database.prepare('select sum(passages) as passages from word where text = ?');
  const passages = (word: string) => (read.get(word) as { passages: number | null }).passages ?? 0;
  return forms.reduce((sum, { terms }) => sum + Math.min(...terms.map(passages)), 0);
}
