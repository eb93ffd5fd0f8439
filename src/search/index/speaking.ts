import type { Speaking, Spoken } from '../../episode/speaking.ts';
import { nameSpeakers, type Transcript, wordsOfTurn } from '../../episode/transcript.ts';
import type { Database } from './open.ts';
import type { About } from './passage.ts';
import { rowsOf } from './rows.ts';
import { wordsOfName } from './terms.ts';

/** How much everybody says in an episode, by the name as a search compares it. */
export type Speech = Map<string, Spoken>;

/** Keeps how much everybody says in an episode. */
export function putSpeaking(database: Database, episode: number, speech: Speech) {
  const keep = database.prepare('insert into speaking values (?, ?, ?, ?, ?)');
  for (const [who, { turns, seconds, words }] of speech) {
    keep.run(who, episode, turns, seconds, words);
  }
}

/** How much somebody says in all, and in some episodes. */
export function speakingOf(database: Database, name: string, slugs: string[]): Speaking {
  const who = keyOfName(name);
  const all = database
    .prepare(
      'select count(*) as episodes, coalesce(sum(turns), 0) as turns, coalesce(sum(seconds), 0) as seconds, coalesce(sum(words), 0) as words from speaking where who = ?',
    )
    .get(who) as unknown as Speaking;
  const one = database.prepare(
    'select turns, seconds, words from episode join speaking on who = ? and episode = episode.id where slug = ?',
  );
  const found = slugs.flatMap((slug): [string, Spoken][] => {
    const spoken = one.get(who, slug) as unknown as Spoken | undefined;
    return spoken === undefined ? [] : [[slug, { ...spoken }]];
  });
  return { ...all, inEach: new Map(found) };
}

/** Everybody who speaks, by the name as a search compares it, those first who are in most episodes. */
export function namesSpeaking(database: Database): string[] {
  const names = database
    .prepare('select who from speaking group by who order by count(*) desc')
    .all() as { who: string }[];
  return names.map(({ who }) => who);
}

/** A name as the newest episode has it in which it speaks. */
export function nameAsWritten(database: Database, who: string): string {
  const newest = database.prepare('select max(episode) as episode from speaking where who = ?');
  const { episode } = newest.get(who) as { episode: number | null };
  const { from, to } = rowsOf(episode ?? 0);
  const speaking = database
    .prepare('select distinct speakers from passage where id between ? and ?')
    .all(from, to) as { speakers: string }[];
  const names = speaking.flatMap(({ speakers }) => speakers.split(', '));
  return names.find((name) => keyOfName(name) === who) ?? who;
}

/** What is said beyond the end of the sound takes no time. */
export function speechIn(
  transcript: Transcript | null,
  { speakers, duration }: Pick<About, 'speakers' | 'duration'>,
): Speech {
  const all = new Map<string, Spoken>();
  if (transcript === null) return all;
  const named = nameSpeakers(transcript, speakers);
  const keys = new Map(named.speakers.map(({ label, name }) => [label, keyOfName(name)]));
  for (const turn of named.turns) {
    let [words, first, last]: [number, number | null, number] = [0, null, 0];
    for (const { text, start, end } of wordsOfTurn(turn)) {
      if (text !== '') words += 1;
      first ??= start;
      last = Math.max(last, end ?? start ?? 0);
    }
    for (const who of new Set(turn.speakers.map((label) => keys.get(label) ?? ''))) {
      const spoken = all.get(who) ?? { turns: 0, seconds: 0, words: 0 };
      spoken.turns += 1;
      spoken.words += words;
      spoken.seconds += first === null ? 0 : Math.max(0, Math.min(last, duration) - first);
      all.set(who, spoken);
    }
  }
  all.delete('');
  return all;
}

/** A name as a search compares it. */
function keyOfName(name: string): string {
  return wordsOfName(name).join(' ');
}
