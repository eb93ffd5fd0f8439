import { describe, expect, test } from 'vitest';
import { type Change, compareWords } from '../../../src/align/correct/compare-words.ts';
import { foldWord } from '../../../src/align/correct/fold-word.ts';

const compare = (before: string, now: string) => compareWords(before.split(' '), now.split(' '));

/** Words out of one list and into the other, as a person would say it. */
function told(before: string, now: string): string[] {
  const [old, fresh] = [before.split(' '), now.split(' ')];
  return (compare(before, now) ?? []).map(
    (change) =>
      `${old.slice(change.before.from, change.before.to).join(' ')}>${fresh
        .slice(change.now.from, change.now.to)
        .join(' ')}`,
  );
}

describe('what was changed between two lists of words', () => {
  test.each([
    ['nothing', 'a b c', 'a b c', []],
    ['a word in the place of another', 'a b c', 'a x c', ['b>x']],
    ['a word put in', 'a c', 'a b c', ['>b']],
    ['a word taken out', 'a b c', 'a c', ['b>']],
    ['at both ends', 'a b c', 'x b y', ['a>x', 'c>y']],
    ['one word for two', 'a gonna do', 'a going to do', ['gonna>going to']],
    ['all of it', 'a b', 'x y z', ['a b>x y z']],
  ])('%s', (_what, before, now, changes) => {
    expect(told(before, now)).toEqual(changes);
  });

  test('a word that stands twice is changed where the new one stands', () => {
    expect(told('kong the the project', 'kong while the project')).toEqual(['the>while']);
    expect(told('kong the the project', 'kong the while project')).toEqual(['the>while']);
  });

  test('the word that a rewritten sentence happens to share is changed with it', () => {
    expect(told('z one two three the four five six z', 'z r s t u the v w x z')).toEqual([
      'one two three the four five six>r s t u the v w x',
    ]);
  });

  test('one word between two that were changed is not', () => {
    expect(told('a b c d e', 'a x c y e')).toEqual(['b>x', 'd>y']);
  });
});

test('carrying out the changes gives the new list, whatever they are', () => {
  let seed = 1;
  const chance = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < 300; round += 1) {
    const list = () => Array.from({ length: chance(12) }, () => 'abcd'[chance(4)] ?? '');
    const [before, now] = [list(), list()];
    expect(carryOut(before, now, compareWords(before, now) ?? [])).toEqual(now);
  }
});

test('twenty changes among thirty thousand words are found at once', () => {
  const before = Array.from({ length: 30_000 }, (_, at) => `w${(at * 7919) % 3001}`);
  const now = before.map((word, at) => (at % 1500 === 700 ? 'new' : word));
  const began = performance.now();
  expect(compareWords(before, now)).toHaveLength(20);
  expect(performance.now() - began).toBeLessThan(500);
});

test('of another text nobody counts the changes', () => {
  const words = (letter: string) => Array.from({ length: 2000 }, (_, at) => `${letter}${at}`);
  expect(compareWords(words('a'), words('b'))).toBeNull();
});

test('a word is the same in other letters and with other marks, and a number is not', () => {
  expect(['Don’t', "DON'T,", '“don’t”', 'don‘t…'].map(foldWord)).toEqual(Array(4).fill('dont'));
  expect(foldWord('Ｋｉｌｏ.')).toBe('kilo');
  expect(foldWord('být')).not.toBe(foldWord('byt'));
  expect(foldWord('3.5,')).toBe('3.5');
  expect(foldWord('AT&T')).toBe('at&t');
});

function carryOut(before: string[], now: string[], changes: Change[]): string[] {
  const made: string[] = [];
  let next = 0;
  for (const change of changes) {
    made.push(
      ...before.slice(next, change.before.from),
      ...now.slice(change.now.from, change.now.to),
    );
    next = change.before.to;
  }
  return [...made, ...before.slice(next)];
}
