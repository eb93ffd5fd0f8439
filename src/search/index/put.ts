import type { Transcript } from '../../episode/transcript.ts';
import { type CountedWord, newEpisodeWords, readPassage } from './episode-words.ts';
import { addCounts, type Lexicon } from './lexicon.ts';
import type { Database } from './open.ts';
import { type About, type Part, type Passage, partOf } from './passage.ts';
import { passagesOf } from './passages.ts';
import { removeEpisode } from './remove.ts';
import { firstNumberAt, mostPassages, rowOf } from './rows.ts';
import { putSpeaking, type Speech, speechIn } from './speaking.ts';
import { putTelling } from './telling.ts';
import { speakerTerms, tagTerm } from './terms.ts';
import { packTimes } from './times.ts';

/** An episode as the index takes it in. */
export interface Entry {
  about: About;
  passages: EntryPassage[];
  /** Whether there was room for all of its passages. */
  isWhole: boolean;
  words: CountedWord[];
  speech: Speech;
}

interface EntryPassage extends Pick<Passage, 'kind' | 'text' | 'end' | 'ownLength'> {
  speakers: string;
  first: number | null;
  steps: Uint8Array;
  /** Columns of the index. */
  said: string;
  compounds: string;
  who: string;
}

/** Everything that is worked out about an episode. The index is not touched, whatever the transcript is like. */
export function entryOf(about: About, transcript: Transcript | null): Entry {
  const words = newEpisodeWords(about.language);
  const all = passagesOf(about, transcript);
  const passages = all
    .slice(0, mostPassages)
    .map(({ kind, speakers, text, starts, end, ownLength }) => ({
      ...{ kind, text, end, ownLength },
      ...packTimes(starts),
      ...readPassage(words, text),
      speakers: speakers.join(', '),
      who: speakerTerms(speakers),
    }));
  const speech = speechIn(transcript, about);
  const isWhole = all.length <= mostPassages;
  return { about, passages, isWhole, words: [...words.counts.values()], speech };
}

/**
 * Takes an episode into the index, in place of what the index knew of it.
 *
 * @param lexicon where its words are counted
 */
export function putEntry(
  database: Database,
  { about, passages, words, speech }: Entry,
  lexicon: Lexicon,
) {
  const { slug, key, language, date } = about;
  removeEpisode(database, slug, lexicon);
  const episode = freeNumber(database, date);
  database
    .prepare('insert into episode values (?, ?, ?, ?, ?)')
    .run(episode, slug, key, language, passages.length);
  const keep = database.prepare('insert into passage values (?, ?, ?, ?, ?, ?, ?, ?)');
  const into = (part: Part) =>
    database.prepare(
      `insert into ${part} (rowid, words, compound, who, tag, kind) values (?, ?, ?, ?, ?, ?)`,
    );
  const index = { said: into('said'), about: into('about') };
  const tags = about.tags.map(tagTerm).join(' ');
  // Rows only ever grow, the last passage first: half the time and half the space.
  for (let at = passages.length - 1; at >= 0; at -= 1) {
    const row = rowOf(episode, at);
    const passage = passages[at] as EntryPassage;
    const { kind, speakers, text, first, steps, end, ownLength } = passage;
    keep.run(row, kind, speakers, text, first, steps, end, ownLength);
    index[partOf(kind)].run(row, passage.said, passage.compounds, passage.who, tags, kind);
  }
  const everywhere = addCounts(lexicon, words, 1);
  putSpeaking(database, episode, speech);
  putTelling(database, episode, { words, everywhere, passages: passages.length });
}

/** The first that no other episode of the same minute has. */
function freeNumber(database: Database, date: string): number {
  const first = firstNumberAt(date);
  const isTaken = database.prepare('select 1 from episode where id = ?').get(first) !== undefined;
  if (!isTaken) return first;
  const { number } = database
    .prepare(
      'select min(id) + 1 as number from episode as one where id >= ? and not exists (select 1 from episode where id = one.id + 1)',
    )
    .get(first) as { number: number };
  return number;
}
