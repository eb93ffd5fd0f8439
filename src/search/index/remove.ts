import { newEpisodeWords, readPassage } from './episode-words.ts';
import { addCounts, type Lexicon } from './lexicon.ts';
import type { Database } from './open.ts';
import { type Passage, partOf } from './passage.ts';
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
  const passages = database.prepare('select id, kind, text from passage where id between ? and ?');
  const forget = {
    said: database.prepare('delete from said where rowid = ?'),
    about: database.prepare('delete from about where rowid = ?'),
  };
  const words = newEpisodeWords(episode.language);
  for (const { id, kind, text } of passages.all(from, to) as unknown as Row[]) {
    forget[partOf(kind)].run(id);
    readPassage(words, text);
  }
  addCounts(lexicon, words.counts.values(), -1);
  for (const table of ['speaking', 'telling']) {
    database.prepare(`delete from ${table} where episode = ?`).run(episode.id);
  }
  database.prepare('delete from passage where id between ? and ?').run(from, to);
  database.prepare('delete from episode where id = ?').run(episode.id);
}

interface Row extends Pick<Passage, 'kind' | 'text'> {
  id: number;
}
