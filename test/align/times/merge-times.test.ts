import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bringsTimes, type Measured, mergeTimes } from '../../../src/align/times/merge-times.ts';
import { type Transcript, type Word, wordsOf } from '../../../src/episode/transcript.ts';
import { words } from '../../render/an-episode.ts';

function transcript(...turns: Word[][]): Transcript {
  const said = (own: Word[]) => ({ speakers: ['A'], paragraphs: [{ words: own }] });
  return { language: 'en', speakers: [{ label: 'A', name: 'Ada' }], turns: turns.map(said) };
}

const show = ({ text, start, end }: Word) => `${text}@${start ?? ''}-${end ?? ''}`;

/** Both sides as words with times; words that are not found have none. */
function merge(given: string, heard: string): string {
  const brought = words(given);
  const found = new Map<Word, Measured>();
  for (const [at, { start, end }] of words(heard).entries()) {
    if (start !== null && end !== null) found.set(brought[at]!, { start, end, confidence: 0.8 });
  }
  return Array.from(wordsOf(mergeTimes(transcript(brought), found)), show).join(' ');
}

test('a time that it brought and that was found just so says how sure it is', () => {
  const given = transcript(words('a@1-1.5 b@2-2.5'));
  const [a, b] = wordsOf(given);
  const found = new Map([
    [a!, { start: 1, end: 1.5, confidence: 0.7 }],
    [b!, { start: 2.01, end: 2.5, confidence: 0.7 }],
  ]);
  const merged = Array.from(wordsOf(mergeTimes(given, found)), ({ confidence }) => confidence);
  expect(merged).toEqual([0.7, null]);
});

describe('a transcript without times', () => {
  test('has the times of words that were found, and none of others', () => {
    expect(merge('a b c', 'a@1-1.5 b c@2-2.5')).toBe('a@1-1.5 b@- c@2-2.5');
  });

  test('says how sure they are, and stays as it is otherwise', () => {
    const given = transcript(words('a b'), words('c'));
    const before = structuredClone(given);
    const [, b] = wordsOf(given);
    const merged = mergeTimes(given, new Map([[b!, { start: 1, end: 2, confidence: 0.7 }]]));
    expect(Array.from(wordsOf(merged))[1]).toEqual({
      text: 'b',
      start: 1,
      end: 2,
      confidence: 0.7,
    });
    expect(given).toEqual(before);
    expect(merged).toEqual({ ...given, turns: [merged.turns[0], given.turns[1]] });
  });
});

describe('a transcript with a mark now and then', () => {
  test('has the found time in the place of a mark, right or wrong', () => {
    expect(merge('a@1 b c@90 d', 'a@1.2-1.5 b@1.5-2 c@2-2.5 d@3-4')).toBe(
      'a@1.2-1.5 b@1.5-2 c@2-2.5 d@3-4',
    );
  });

  test('keeps a mark where its word was not found and it fits', () => {
    expect(merge('a b@5 c', 'a@1-2 b c@8-9')).toBe('a@1-2 b@5- c@8-9');
  });

  test('loses a mark that does not fit between its neighbours', () => {
    expect(merge('a b@50 c', 'a@1-2 b c@8-9')).toBe('a@1-2 b@- c@8-9');
    expect(merge('a b@1.5 c', 'a@1-2 b c@8-9')).toBe('a@1-2 b@- c@8-9');
    expect(merge('a@7 b@5 c', 'a b c@8-9')).toBe('a@7- b@- c@8-9');
  });
});

describe('a transcript with timed cues', () => {
  test('keeps them, and has the words between timed where they agree with the sound', () => {
    expect(merge('a@1- b c@-3 d@4- e@-6', 'a@1.2-1.5 b@1.6-2 c@2.1-2.8 d@4.4-5 e@5-5.8')).toBe(
      'a@1-1.5 b@1.6-2 c@2.1-3 d@4-5 e@5-6',
    );
  });

  test('stays as it is where a cue disagrees with the sound', () => {
    expect(merge('a@1- b c@-3', 'a@2-2.2 b@2.2-2.5 c@2.5-2.9')).toBe('a@1- b@- c@-3');
  });

  test('stays as it is where a cue’s first word is not heard', () => {
    expect(merge('a@1- b c@-3', 'a b@2.2-2.5 c@2.5-2.9')).toBe('a@1- b@- c@-3');
  });

  test('has no word that leaves its cue', () => {
    expect(merge('a@1- b c d@-3', 'a@0.6-1.4 b@1.5-2 c@3.2-3.5 d@3.5-4')).toBe(
      'a@1-1.4 b@1.5-2 c@- d@-3',
    );
    expect(merge('a@1- b c@-3', 'a@1-2 b@2.5-3.5 c@3.5-4')).toBe('a@1-2 b@2.5-3 c@-3');
  });

  test('has a first word that does not end before its cue begins', () => {
    expect(merge('a@1- b@-3', 'a@0.6-0.8 b@1.2-2')).not.toContain('a@1-0.8');
  });

  test('has stage directions without times', () => {
    const given = transcript([
      ...words('a@1-'),
      { ...words('[laughs]')[0]!, direction: true },
      ...words('b@-3'),
    ]);
    const [a, , b] = wordsOf(given);
    const found = new Map([
      [a!, { start: 1, end: 1.5, confidence: 1 }],
      [b!, { start: 2, end: 2.5, confidence: 1 }],
    ]);
    expect(Array.from(wordsOf(mergeTimes(given, found)), show)).toEqual([
      'a@1-1.5',
      '[laughs]@-',
      'b@2-3',
    ]);
  });
});

test('a transcript whose words are timed keeps every time', () => {
  const given = 'a@1-2 b@2-3 c@3-4';
  expect(merge(given, 'a@5-6 b@6-7 c@7-8')).toBe(given);
  expect(merge(given, 'a@1.1-2.1 b@2.1-3.1 c@3.1-4.1')).toBe(given);
});

test('an end tells times from marks', () => {
  expect(bringsTimes(transcript(words('a@1- b'), words('c@2-3')))).toBe(true);
  expect(bringsTimes(transcript(words('a@1- b'), words('c@2-')))).toBe(false);
  expect(bringsTimes(transcript())).toBe(false);
});

describe('a transcript that is timed in part', () => {
  test('has its other words timed where they fit between the given times', () => {
    const words = ['Good', 'morning', 'to', 'you', 'all.'].map(untimedWord);
    Object.assign(words[1] as Word, { start: 1, end: 1.5 });
    const found = new Map(
      words.map((word, at): [Word, Measured] => [
        word,
        { start: at * 0.9, end: at * 0.9 + 0.5, confidence: 1 },
      ]),
    );
    const merged = [...wordsOf(mergeTimes(transcript(words), found))];
    expect(merged.map(({ start }) => start)).toEqual([0, 1, 1.8, 2.7, 3.6]);
  });

  test('keeps starts that nearly every word brings', () => {
    const words = ['Good', 'morning.'].map(untimedWord);
    for (const [at, word] of words.entries()) word.start = at + 2.5;
    const found = new Map(
      words.map((word, at): [Word, Measured] => [
        word,
        { start: at, end: at + 0.5, confidence: 1 },
      ]),
    );
    expect([...wordsOf(mergeTimes(transcript(words), found))]).toEqual(words);
  });

  const untimedWord = (text: string): Word => ({ text, start: null, end: null, confidence: null });
});

describe('times never go back', () => {
  const seconds = fc.integer({ min: 0, max: 3000 }).map((value) => value / 100);
  const places = fc.array(
    fc.record({ a: seconds, b: seconds, found: fc.boolean(), given: fc.boolean() }),
    {
      maxLength: 14,
    },
  );
  /** Starts and ends in order, of so many words. */
  const sorted = (values: number[]) => values.slice().sort((a, b) => a - b);

  const expectInOrder = (given: Word[], found: Map<Word, Measured>) => {
    let latest = 0;
    for (const { start, end } of wordsOf(mergeTimes(transcript(given), found))) {
      for (const time of [start, end]) {
        if (time === null) continue;
        expect(time).toBeGreaterThanOrEqual(latest);
        latest = time;
      }
    }
  };
  const foundIn = (given: Word[], times: number[], which: boolean[]) =>
    new Map(
      given.flatMap((word, at): [Word, Measured][] => {
        if (!which[at]) return [];
        return [[word, { start: times[2 * at]!, end: times[2 * at + 1]!, confidence: 0.9 }]];
      }),
    );

  test('whatever is marked', () => {
    const property = fc.property(places, (some) => {
      const given = some.map((place): Word => {
        return { text: 'a', start: place.given ? place.b : null, end: null, confidence: null };
      });
      // Times for nearly every word are no marks, and stay whatever they are.
      fc.pre(!bringsTimes(transcript(given)));
      const times = sorted(some.flatMap(({ a, b }) => [a, b]));
      expectInOrder(
        given,
        foundIn(
          given,
          times,
          some.map(({ found }) => found),
        ),
      );
    });
    fc.assert(property, { numRuns: 70 });
  });

  test('whatever the cues are', () => {
    const property = fc.property(places, fc.integer({ min: 1, max: 4 }), (some, perCue) => {
      // What is heard is about what was given, as it is where cues agree with the sound.
      const times = sorted(some.flatMap(({ a, b }) => [a, b]));
      const given = some.map((_, at): Word => {
        const start = at % perCue === 0 ? times[2 * at]! : null;
        const last = at % perCue === perCue - 1 || at === some.length - 1;
        return { text: 'a', start, end: last ? times[2 * at + 1]! : null, confidence: null };
      });
      const heard = sorted(
        times.map((time, at) => Math.max(0, time + (some[at >> 1]!.b % 1) - 0.5)),
      );
      expectInOrder(
        given,
        foundIn(
          given,
          heard,
          some.map(({ found }) => found),
        ),
      );
    });
    fc.assert(property, { numRuns: 70 });
  });
});
