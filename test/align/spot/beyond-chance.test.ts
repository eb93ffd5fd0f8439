import { expect, test } from 'vitest';
import {
  beyondChance,
  joinWords,
  leastBeyondChance,
} from '../../../src/align/spot/beyond-chance.ts';
import { createRandom, shuffledOrder } from '../../../src/align/spot/random.ts';
import { searchUnits } from '../../../src/align/spot/search.ts';
import { babble, codes, evidence } from './made-evidence.ts';

/** Units of three words each. */
const unitsOf = (words: string[]) =>
  Array.from({ length: words.length / 3 }, (_, at) => words.slice(at * 3, at * 3 + 3).map(codes));

function deviations(spoken: string[], written: string[]): number {
  const heard = evidence(spoken.join(''));
  const words = unitsOf(written);
  return beyondChance(
    searchUnits(heard, joinWords(words), () => {}),
    heard,
    words,
  );
}

const shuffled = (words: string[]) =>
  shuffledOrder(words.length, createRandom(3)).map((at) => words[at]!);

test.each([
  ['long', 60],
  ['short', 12],
])('a %s transcript in its own order is far beyond chance', (_, count) => {
  const words = babble(5, count, 6);
  expect(deviations(words, words)).toBeGreaterThan(2 * leastBeyondChance(count / 3));
});

test('a transcript of another recording is not beyond chance, be it long or short', () => {
  for (const count of [60, 12]) {
    const fit = deviations(babble(5, count, 6), babble(8, count, 6));
    expect(Math.abs(fit)).toBeLessThan(leastBeyondChance(count / 3));
  }
});

test('the right sentences in another order are no transcript', () => {
  const spoken = babble(5, 60, 6);
  const order = shuffledOrder(20, createRandom(3));
  const written = order.flatMap((unit) => spoken.slice(unit * 3, unit * 3 + 3));
  expect(deviations(spoken, written)).toBeLessThan(leastBeyondChance(20));
});

test('the right words in another order are no short transcript', () => {
  const spoken = babble(5, 12, 6);
  expect(deviations(spoken, shuffled(spoken))).toBeLessThan(leastBeyondChance(4));
});

test('the same question has the same answer', () => {
  const words = babble(5, 12, 6);
  expect(deviations(words, words)).toBe(deviations(words, words));
});

test('words of a unit run together', () => {
  expect(joinWords([[codes('ab'), codes('c')], []]).map((unit) => Array.from(unit))).toEqual([
    [0, 1, 2],
    [],
  ]);
});
