import { distance } from 'fastest-levenshtein';
import type { Database } from '../index/open.ts';
import {
  beginningWith,
  firstLetters,
  isSaid,
  passagesWithWord,
  wordsBeginning,
} from '../index/vocabulary.ts';
import { tokensOf } from '../words/tokens.ts';
import { longest as longestQuestion } from './parse.ts';
import type { Query } from './query.ts';

/** A word with as many wrong letters is another one. */
const mostWrong = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/**
 * The question with each word that nobody said replaced by the most used of those that are spelt most like it.
 *
 * @param asked the question as it was asked
 * @returns null where every word was said, or nothing is like one that was not
 */
export function suggest(database: Database, asked: string, { all }: Query): string | null {
  if (asked.length > longestQuestion) return null;
  let better = asked;
  for (const { text } of all.filter(({ as }) => as !== 'beginning')) {
    for (const { text: word, from, to } of tokensOf(text, false).tokens) {
      if (isSaid(database, word)) continue;
      const like = mostLike(database, word);
      if (like === null) return null;
      better = better.replace(alone(text.slice(from, to)), () => like);
    }
  }
  return better === asked ? null : better;
}

/**
 * What may be meant by a question whose last word is only begun.
 *
 * @param most completions
 * @returns whole questions, each ending in a word that was said; none where the question ends in no word
 */
export function complete(database: Database, asked: string, most: number): string[] {
  const last = tokensOf(asked.slice(-longest), false).tokens.at(-1);
  const before = asked.length - Math.min(asked.length, longest);
  if (last === undefined || before + last.to !== asked.length) return [];
  return beginningWith(database, last.text, most + 1)
    .filter((word) => word !== last.text)
    .slice(0, most)
    .map((word) => asked.slice(0, before + last.from) + word);
}

/** Characters of a question that are read for its last word. */
const longest = 200;

/** A word where it is one by itself, and wanted: no part of another, of a field or after a minus. */
function alone(word: string): RegExp {
  const letters = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}:])(?<!(?:^|\\s)[-−–])${letters}(?![\\p{L}\\p{N}\\p{M}])`,
    'u',
  );
}

function mostLike(database: Database, word: string): string | null {
  const most = mostWrong(word);
  if (most === 0) return null;
  const [first = '', ...others] = word;
  const rest = others.join('');
  const like = [
    ...wordsBeginning(database, first, { least: word.length - most, most: word.length + most }),
    // Hardly anybody gets the first letter wrong; where it is wrong, the others are right.
    ...firstLetters(database).flatMap((letter) => [letter + rest, letter + word]),
  ]
    .map((said) => ({ said, wrong: distance(word, said) }))
    .concat(swapped(word).map((said) => ({ said, wrong: 1 })))
    .filter(({ wrong }) => wrong <= most)
    .map((one) => ({ ...one, passages: passagesWithWord(database, one.said) }))
    .filter(({ passages }) => passages > 0);
  like.sort((one, other) => one.wrong - other.wrong || other.passages - one.passages);
  return like[0]?.said ?? null;
}

/** The word with two neighbouring letters the other way round, which is one slip and not two. */
function swapped(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((second, at) => {
    const first = letters[at] ?? '';
    return letters.toSpliced(at, 2, second, first).join('');
  });
}
