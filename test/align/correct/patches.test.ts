import { expect, test } from 'vitest';
import { cutOut, excerptsOf } from '../../../src/align/correct/excerpts.ts';
import { findPatches, roomFor } from '../../../src/align/correct/find-patches.ts';
import { keepInRoom } from '../../../src/align/correct/keep-in-room.ts';
import { keepTimes } from '../../../src/align/correct/keep-times.ts';
import { planCorrection } from '../../../src/align/correct/plan.ts';
import type { Alignment } from '../../../src/episode/alignment.ts';
import { type Transcript, untimed, wordsOf } from '../../../src/episode/transcript.ts';
import { inARow, measured } from '../times/made-times.ts';

const change = (from: number, to: number) => ({ before: { from, to }, now: { from, to } });
const patched = (signs: string, ...runs: [number, number][]) =>
  findPatches(
    runs.map(([from, to]) => change(from, to)),
    inARow(signs),
  ).map(({ words }) => [words.from, words.to]);

test('a changed word is looked for with two timed words on either side', () => {
  expect(patched('xxxx-xxxx', [4, 5])).toEqual([[2, 7]]);
  expect(patched('xx-x-x-xx', [4, 5])).toEqual([[1, 8]]);
  expect(patched('-xxxx', [0, 1])).toEqual([[0, 3]]);
});

test('changes that reach for the same words are looked for together', () => {
  expect(patched('xxx-x-xxx', [3, 4], [5, 6])).toEqual([[1, 8]]);
  expect(patched('xxx-xxxxx-xxx', [3, 4], [9, 10])).toEqual([
    [1, 6],
    [7, 12],
  ]);
});

test('the room of a word is what its neighbours leave, or all there is', () => {
  expect(roomFor({ from: 2, to: 4 }, inARow('xx--xx'))).toEqual({ start: 1, end: 2 });
  expect(roomFor({ from: 0, to: 1 }, inARow('-'))).toEqual({ start: 0, end: Infinity });
});

test('a new word keeps within its room, and has no time where there is hardly any', () => {
  const room = { start: 10, end: 10.5 };
  expect(keepInRoom(measured(10.1, 10.4), room)).toEqual(measured(10.1, 10.4));
  expect(keepInRoom(measured(9.9, 10.6), room)).toEqual(measured(10, 10.5));
  expect(keepInRoom(measured(9.7, 10.2), room)).toBeNull();
  expect(keepInRoom(measured(10.45, 10.9), room)).toBeNull();
});

test('of the sound no more is taken than is wanted, wherever its blocks end', async () => {
  let taken = 0;
  function* sound() {
    for (; ; taken += 1)
      yield Int16Array.from({ length: 1000 }, (_, at) => (taken * 1000 + at) / 160);
  }
  const windows = [
    { from: 700, to: 720 },
    { from: 300, to: 310 },
    { from: 350, to: 360 },
  ];
  const excerpts = excerptsOf(windows);
  expect(excerpts).toEqual([
    { from: 250, to: 410, at: 0 },
    { from: 650, to: 770, at: 160 },
  ]);
  const frames: number[] = [];
  for await (const block of cutOut(sound(), excerpts)) frames.push(...block);
  const wanted = excerpts.flatMap(({ from, to }) =>
    Array.from({ length: (to - from) * 160 }, (_, at) => from + Math.floor(at / 160)),
  );
  expect(frames).toEqual(wanted);
  expect(taken).toBeLessThan(140);
});

test('what was never looked for counts as added, and only what was, keeps its time', () => {
  const nothing = { reason: null, unwritten: [], unspoken: [], uncertain: [], shifts: [] };
  const alignment: Alignment = { verdict: 'aligned', words: 6, found: 5, ...nothing };
  const before = { transcript: timed('a b* c d e f'), alignment };
  const corrected = timed('a b* c d x* f');
  const kept = keepTimes(corrected, before);
  expect([...wordsOf(kept?.transcript ?? corrected)].map(({ start }) => start)).toEqual([
    0,
    null,
    2,
    3,
    null,
    5,
  ]);
  expect(kept?.alignment).toMatchObject({ verdict: 'aligned', words: 6, found: 4 });
  const changed = (isUnfinished: boolean) =>
    planCorrection(timed('a b* c d e f'), { ...before, isUnfinished }, 100)?.changes;
  expect(changed(false)).toEqual([]);
  expect(changed(true)).toEqual([{ before: { from: 1, to: 1 }, now: { from: 1, to: 2 } }]);
});

function timed(text: string): Transcript {
  const words = text
    .split(' ')
    .map((word, at) =>
      word.endsWith('*') ? untimed(word) : { text: word, ...measured(at, at + 0.5) },
    );
  return { language: 'en', speakers: [], turns: [{ speakers: [], paragraphs: [{ words }] }] };
}

function planned(before: string, now: string, found: number) {
  const nothing = { reason: null, unwritten: [], unspoken: [], uncertain: [], shifts: [] };
  const words = before.split(' ').length;
  const alignment: Alignment = { verdict: 'aligned', words, found, ...nothing };
  return planCorrection(timed(now), { transcript: timed(before), alignment }, 100);
}

test('words keep their own times, and those that had none keep having none', () => {
  const plan = planned('a b* c d e f g', 'A, b x d e f g', 6);
  const time = (at: number) => measured(at, at + 0.5);
  expect(plan?.kept).toEqual([time(0), null, null, ...[3, 4, 5, 6].map(time)]);
});

test('it is not corrected but aligned anew where too much has changed, or what was found is not known', () => {
  expect(planned('a b c d e f', 'a b x y e f', 6)).not.toBeNull();
  expect(planned('a b c d e f', 'a x y z e f', 6)).toBeNull();
  expect(planned('a b c d e f', 'a b c d e f', 5)).toBeNull();
});
