import { distance } from 'fastest-levenshtein';
import type { Database } from '../index/open.ts';
import { nameAsWritten, namesSpeaking } from '../index/speaking.ts';
import { wordsOfName } from '../index/terms.ts';
import type { Query } from './query.ts';

/** Sentences about those who are asked for and speak nowhere, with the name that is spelt most like theirs. */
export function remarksOnSpeakers(database: Database, { speakers }: Query): string[] {
  const asked = speakers.map((name) => ({ name, words: wordsOfName(name).join(' ') }));
  if (asked.every(({ words }) => words === '')) return [];
  const names = namesSpeaking(database);
  return asked
    .filter(({ words }) => words !== '' && !names.some((who) => ` ${who}`.includes(` ${words}`)))
    .map(({ name, words }) => {
      const like = mostLike(words, names);
      const closest = like === null ? '' : `; the closest name is ${nameAsWritten(database, like)}`;
      return `Nobody called “${name}” speaks in any transcript${closest}.`;
    });
}

/** @param names those first who speak in most episodes; any of their words may be meant */
function mostLike(asked: string, names: string[]): string | null {
  const most = asked.length < 3 ? 0 : Math.min(3, Math.ceil(asked.length / 3));
  let like: string | null = null;
  let fewest = most + 1;
  for (const who of names) {
    const wrong = Math.min(...[who, ...who.split(' ')].map((name) => distance(asked, name)));
    if (wrong < fewest) [like, fewest] = [who, wrong];
  }
  return like;
}
