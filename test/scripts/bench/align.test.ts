import { expect, test } from 'vitest';
import {
  faithful,
  printTranscript,
  withOtherTranscript,
  withoutSentences,
  withoutWords,
  withSentences,
} from '../../../scripts/bench/align/material.ts';
import { readScript } from '../../../scripts/bench/align/read-script.ts';
import { putInRoom } from '../../../scripts/bench/align/room.ts';
import { score } from '../../../scripts/bench/align/score.ts';
import { insertSound, joinTakes, type Take } from '../../../scripts/bench/align/take.ts';
import { wordsInSpeech } from '../../../scripts/bench/align/words-in-speech.ts';

/** A second of sound a sentence, of two words each. */
function takeOf(sentences: number): Take {
  const words = Array.from({ length: sentences }, (_, sentence) => [
    { text: 'one', speaker: 'A', sentence, start: sentence + 0.2, end: sentence + 0.4 },
    { text: 'two.', speaker: 'A', sentence, start: sentence + 0.4, end: sentence + 0.6 },
  ]).flat();
  return { sound: new Float32Array(16_000 * sentences), words };
}

test('a script is read into sentences, each with who says it', () => {
  const script =
    'A: Is it {far|near}? Mrs. Hall {knows|asks}.\n\nB: It cost 1.5 pounds, e.g. twice.\n';
  expect(readScript(script)).toEqual([
    { speaker: 'A', text: 'Is it far?' },
    { speaker: 'A', text: 'Mrs. Hall knows.' },
    { speaker: 'B', text: 'It cost 1.5 pounds, e.g. twice.' },
  ]);
});

test('a seed chooses among the alternatives, and always the same', () => {
  const script = `A: ${'{a|b|c|d} '.repeat(20)}.`;
  expect(readScript(script, 1)).toEqual(readScript(script, 1));
  expect(readScript(script, 1)).not.toEqual(readScript(script, 2));
});

test('a word begins with its first phone, also where it sounds otherwise than alone', () => {
  const phones = ['dh', 'iy', 'ao', 'n', 'l', 'iy'].map((name, at) => ({
    name,
    start: at + (at > 3 ? 1 : 0),
    end: at + (at > 3 ? 1 : 0) + 1,
  }));
  expect(
    wordsInSpeech(
      [
        ['dh', 'ax'],
        ['ao', 'n'],
        ['l', 'iy'],
      ],
      phones,
    ),
  ).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
    { start: 5, end: 7 },
  ]);
});

test('takes follow one another, their words and sentences counted on', () => {
  const { sound, words } = joinTakes([takeOf(2), takeOf(1)]);
  expect(sound.length).toBe(48_000);
  expect(words.map(({ sentence }) => sentence)).toEqual([0, 0, 1, 1, 2, 2]);
  expect(words.at(-1)?.start).toBeCloseTo(2.4);
});

test('other sound goes between two sentences and moves what comes after it', () => {
  const { sound, words } = insertSound(takeOf(3), new Float32Array(32_000), 1);
  expect(sound.length).toBe(80_000);
  expect(words.map(({ start }) => Math.round(start * 10))).toEqual([2, 4, 32, 34, 42, 44]);
});

test('a room keeps the direct sound where it was and adds as much echo as is asked', () => {
  const sound = new Float32Array(16_000);
  sound[100] = 1;
  const heard = putInRoom({ sound, words: [] }, { reverberation: 0.5, direct: 3 }).sound;
  const echoes = heard.reduce((sum, sample, at) => sum + (at === 100 ? 0 : sample * sample), 0);
  expect(heard[100]).toBe(1);
  expect(10 * Math.log10(1 / echoes)).toBeCloseTo(3, 1);
  expect(heard.subarray(101, 140).every((sample) => sample === 0)).toBe(true);
});

test('what is left out of the transcript is still in the sound', () => {
  const take = takeOf(30);
  expect(withoutSentences(take, 10).words.length).toBe(40);
  expect(withoutSentences(take, 10).sound).toBe(take.sound);
  const kept = withoutWords(takeOf(500), 0.1).words.length;
  expect(kept).toBeGreaterThan(870);
  expect(kept).toBeLessThan(930);
});

test('sentences nobody says have no times and stand between others', () => {
  const lines = [
    { speaker: 'B', text: 'Never said.' },
    { speaker: 'B', text: 'Nor this.' },
  ];
  const { words } = withSentences(takeOf(6), lines);
  const absent = words.flatMap(({ start, text }) => (start === null ? [text] : []));
  expect(absent).toEqual(['Never', 'said.', 'Nor', 'this.']);
  expect(words.length).toBe(16);
  expect(withOtherTranscript(takeOf(6), lines).words.every(({ end }) => end === null)).toBe(true);
});

test('the transcript has a paragraph a turn', () => {
  const one = takeOf(1);
  const two = { ...one, words: one.words.map((word) => ({ ...word, speaker: 'B' })) };
  const { words } = faithful(joinTakes([one, one, two]));
  expect(printTranscript(words)).toBe('A: one two. one two.\n\nB: one two.\n');
});

test('starts are compared with the truth; a word without a time counts as missed', () => {
  const truth = ['a', 'b', 'c', 'd'].map((text, at) => ({ text, start: at }));
  const words = [
    { text: 'A,', start: 0.02 },
    { text: 'b', start: 1.15 },
    { text: '–', start: null },
    { text: '"c"', start: 2.5 },
    { text: 'D.', start: null },
  ];
  const { rows, median, within100, within200 } = score(truth, words);
  expect({ rows, within100, within200 }).toEqual({ rows: 4, within100: 25, within200: 50 });
  expect(median).toBeCloseTo(150);
});

test('a sentence of the truth is where its first word is, though words around it differ', () => {
  const truth = [
    { text: 'So it goes.', start: 1 },
    { text: 'So it went on.', start: 3 },
  ];
  const words = ['Well,', 'so', 'it', 'goes.', 'So', 'then', 'it', 'went', 'on.'].map(
    (text, at) => ({
      text,
      start: at / 2,
    }),
  );
  // `So` is the fifth word, at two seconds instead of three.
  expect(score(truth, words)).toMatchObject({ rows: 2, within100: 0 });
  expect(score([{ text: 'went on', start: 3.5 }], words).within100).toBe(100);
});
