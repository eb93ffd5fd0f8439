import { DatabaseSync } from '@photostructure/sqlite';
import type { Transcript } from '../../src/episode/transcript.ts';

/**
 * The least an index can cost: each turn's text handed to SQLite FTS5 as it comes, with its own tokenizer, and
 * nothing kept beside it.
 *
 * @returns seconds of this process for these transcripts
 */
export function plainIndexSeconds(transcripts: Transcript[], file: string): number {
  const turns = transcripts.flatMap((transcript) =>
    transcript.turns.map(({ paragraphs }) =>
      paragraphs.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n'),
    ),
  );
  const database = new DatabaseSync(file);
  const began = process.cpuUsage();
  database.exec('pragma journal_mode = wal; create virtual table said using fts5 (text); begin');
  const insert = database.prepare('insert into said values (?)');
  for (const turn of turns) insert.run(turn);
  database.exec('commit');
  const { user, system } = process.cpuUsage(began);
  database.close();
  return (user + system) / 1e6;
}
