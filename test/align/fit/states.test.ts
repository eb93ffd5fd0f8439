import { describe, expect, test } from 'vitest';
import { layOutStates } from '../../../src/align/fit/states.ts';
import { positionInWord } from '../../../src/align/fit/triphone.ts';
import { model as made, wordsOf } from './made-speech.ts';

test('words are laid out pronunciation by pronunciation, three states a phone', () => {
  const { senones, opens, pronunciationStarts, wordStarts } = layOutStates(
    wordsOf('ab c|a'),
    [false, true],
    made,
    false,
  );
  expect(Array.from(senones)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 3, 4, 5]);
  expect(Array.from(opens)).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
  expect(pronunciationStarts).toEqual([0, 6, 9, 12]);
  expect(wordStarts).toEqual([0, 1, 3]);
});

test('states have their phone’s chances, and silence its own', () => {
  const transitions = Float32Array.from(made.transitions, (_, at) => -at);
  const states = layOutStates(wordsOf('a'), [false], { ...made, transitions }, false);
  expect(Array.from(states.stays)).toEqual([-6, -8, -10]);
  expect(Array.from(states.goesOn)).toEqual([-7, -9, -11]);
  expect(states.silence).toEqual({
    senones: [0, 1, 2],
    stays: [-0, -2, -4],
    goesOn: [-1, -3, -5],
  });
});

describe('a phone sounds as its neighbours make it', () => {
  const count = made.phones.length;
  // A state sequence for each context that names it.
  const keys: string[] = made.phones.map(() => 'by itself');
  const triphones = Uint16Array.from(made.triphones, (_, at) => {
    const name = (which: number) => made.phones[which % count]!.replace('SIL', '-');
    const [phone, left, right] = [name((at / count ** 2) | 0), name((at / count) | 0), name(at)];
    if (!'abc'.includes(phone) || !'-abc'.includes(left) || !'-abc'.includes(right)) return 0;
    keys.push(`${left}${phone}${right} ${Math.floor(at / count ** 3)}`);
    return keys.length - 1;
  });
  const sequences = Uint16Array.from({ length: keys.length * 3 }, (_, at) => at);
  const model = { ...made, triphones, sequences };
  const contexts = (sentence: string, follows: boolean[], byItself = false) => {
    const { senones } = layOutStates(wordsOf(sentence), follows, model, byItself);
    return Array.from(
      senones.filter((_, at) => at % 3 === 0),
      (senone) => keys[senone / 3],
    );
  };

  test('within a word, and across words that follow one another', () => {
    expect(contexts('abc a', [false, true])).toEqual(['-ab 1', 'abc 0', 'bca 2', 'ca- 3']);
  });

  test('beside silence where a sentence begins or ends', () => {
    expect(contexts('ab ca', [false, false])).toEqual(['-ab 1', 'ab- 2', '-ca 1', 'ca- 2']);
  });

  test('by the first pronunciation of the words beside it', () => {
    expect(contexts('a b|c a', [false, true, true])).toEqual(['-ab 3', 'aba 3', 'aca 3', 'ba- 3']);
  });

  test('not at all in languages that the model does not know', () => {
    expect(contexts('ab', [false], true)).toEqual(['by itself', 'by itself']);
  });
});

test.each([
  [0, 1, 3],
  [0, 4, 1],
  [1, 4, 0],
  [3, 4, 2],
])('phone %i of %i stands at position %i', (place, length, position) => {
  expect(positionInWord(place, length)).toBe(position);
});
