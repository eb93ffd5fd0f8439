import type { Transcript } from '../../episode/transcript.ts';
import { countWord, type Lexicon, type WordCount, wordsIn, wordsOfLanguage } from './lexicon.ts';
import type { Database } from './open.ts';
import type { About, Passage } from './passage.ts';
import { passagesOf } from './passages.ts';
import { removeEpisode } from './remove.ts';
import { firstNumberAt, mostPassages, rowOf } from './rows.ts';
import { putSpeaking } from './speaking.ts';
import { putTelling } from './telling.ts';
import { speakerTerms, tagTerm } from './terms.ts';
import { packTimes } from './times.ts';

/**
 * Takes an episode into the index, in place of what the index knew of it.
 *
 * @param lexicon where its words are counted
 */
export function putEpisode(
  database: Database,
  about: About,
  transcript: Transcript | null,
  lexicon: Lexicon,
) {
  removeEpisode(database, about.slug, lexicon);
  const episode = freeNumber(database, about.date);
  const { slug, key, language } = about;
  const passages = passagesOf(about, transcript).slice(0, mostPassages);
  database
    .prepare('insert into episode values (?, ?, ?, ?, ?)')
    .run(episode, slug, key, language, passages.length);
  const keep = database.prepare('insert into passage values (?, ?, ?, ?, ?, ?, ?, ?)');
  const index = database.prepare(
    'insert into term (rowid, words, compound, who, tag, kind) values (?, ?, ?, ?, ?, ?)',
  );
  const tags = about.tags.map(tagTerm).join(' ');
  const words = wordsOfLanguage(lexicon, language);
  const counts: WordCount[] = [];
  const since = lexicon.visits + 1;
  // Rows only ever grow, the last passage first: half the time and half the space.
  for (let at = passages.length - 1; at >= 0; at -= 1) {
    const row = rowOf(episode, at);
    lexicon.visits += 1;
    const { kind, speakers, text, starts, end, ownLength } = passages[at] as Passage;
    const { first, steps } = packTimes(starts);
    keep.run(row, kind, speakers.join(', '), text, first, steps, end, ownLength);
    const said: string[] = [];
    const compounds: string[] = [];
    for (const word of wordsIn(words, text)) {
      said.push(word.joined);
      if (word.compounds.length > 0) compounds.push(...word.compounds);
      for (const count of word.counts) {
        if (countWord(lexicon, count, since, 1)) counts.push(count);
      }
    }
    index.run(row, said.join(' '), compounds.join(' '), speakerTerms(speakers), tags, kind);
  }
  putSpeaking(database, episode, about, transcript);
  putTelling(database, episode, counts, passages.length);
}

/** The first that no other episode of the same minute has. */
function freeNumber(database: Database, date: string): number {
  const taken = database.prepare('select 1 from episode where id = ?');
  let number = firstNumberAt(date);
  while (taken.get(number) !== undefined) number += 1;
  return number;
}
