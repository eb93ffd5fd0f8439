import type { CountedWord } from './episode-words.ts';
import { passagesHaving, type WordCount } from './lexicon.ts';
import type { Database } from './open.ts';

/** A word that an episode has often may be a sign of what it is about; so many of them are kept. */
const most = 80;
/** In fewer passages a word may be there by chance. */
const least = 3;
/** What is in more of an episode's passages belongs to the language, or to how somebody talks. */
const mostOfAll = 0.3;

/**
 * Keeps the words that may tell what an episode is about, with the number of its passages that have them.
 * Whether they do is decided when it is asked (`related.ts`), since that depends on all other episodes.
 *
 * @param of its words, in how many passages of all episodes each of them is, and how many passages it has
 */
export function putTelling(
  database: Database,
  episode: number,
  {
    words,
    everywhere,
    passages,
  }: { words: CountedWord[]; everywhere: WordCount[]; passages: number },
) {
  const { total } = database.prepare('select sum(passages) as total from episode').get() as {
    total: number;
  };
  const weighed: { word: string; count: number; weight: number }[] = [];
  for (const [at, { text: word, passages: count }] of words.entries()) {
    if (count < least || count > passages * mostOfAll || !mayTell(word)) continue;
    const having = passagesHaving(database, everywhere[at] as WordCount);
    weighed.push({ word, count, weight: count * Math.log(total / Math.max(count, having)) });
  }
  weighed.sort((one, other) => other.weight - one.weight);
  // The same letters may be two words, of which one is enough.
  const keep = database.prepare('insert or ignore into telling values (?, ?, ?)');
  for (const { word, count } of weighed.slice(0, most)) keep.run(word, episode, count);
}

/** Numbers, and single characters of scripts without spaces, stand for too many things. */
function mayTell(word: string): boolean {
  return word.length > 2 && !/\d/.test(word);
}
