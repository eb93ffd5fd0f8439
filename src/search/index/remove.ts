import { countWord, type Lexicon, wordsIn, wordsOfLanguage } from './lexicon.ts';
import type { Database } from './open.ts';
import { rowsOf } from './rows.ts';

/**
 * Takes out everything that the index knows of an episode.
 *
 * @param lexicon where its words are counted off
 */
export function removeEpisode(database: Database, slug: string, lexicon: Lexicon) {
  const episode = database.prepare('select id, language from episode where slug = ?').get(slug) as
    | { id: number; language: string }
    | undefined;
  if (episode === undefined) return;
  const { from, to } = rowsOf(episode.id);
  const passages = database.prepare('select id, text from passage where id between ? and ?');
  const forget = database.prepare('delete from term where rowid = ?');
  const words = wordsOfLanguage(lexicon, episode.language);
  for (const { id, text } of passages.all(from, to) as { id: number; text: string }[]) {
    forget.run(id);
    lexicon.visits += 1;
    for (const { counts } of wordsIn(words, text)) {
      for (const count of counts) countWord(lexicon, count, lexicon.visits, -1);
    }
  }
  for (const table of ['speaking', 'telling']) {
    database.prepare(`delete from ${table} where episode = ?`).run(episode.id);
  }
  database.prepare('delete from passage where id between ? and ?').run(from, to);
  database.prepare('delete from episode where id = ?').run(episode.id);
}
