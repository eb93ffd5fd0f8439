import { expect, test } from 'vitest';
import { findUnwritten } from '../../../src/align/times/find-unwritten.ts';
import type { Measured } from '../../../src/align/times/merge-times.ts';
import { measured } from './made-times.ts';

type Kind = 'speech' | 'music' | 'silence';

/** Seconds of this and that: speech moves on every 80 ms, music every 400 ms. */
function unwritten(stretches: [Kind, number][], found: (Measured | null)[]) {
  const cepstra: number[] = [];
  const active: number[] = [];
  for (const [kind, seconds] of stretches) {
    for (let frame = 0; frame < seconds * 100; frame += 1) {
      const sound = Math.floor(frame / (kind === 'speech' ? 8 : 40));
      for (let n = 0; n < 13; n += 1) cepstra.push(((sound * 7 + n * 3) % 11) - 5);
      active.push(kind === 'silence' ? 0 : 1);
    }
  }
  const frames = active.length;
  const heard = { frames, cepstra: Float32Array.from(cepstra), energies: new Float32Array(frames) };
  return findUnwritten(found, heard, Uint8Array.from(active)).map(
    (stretch) => `${stretch.heard} ${stretch.start}-${stretch.end}`,
  );
}

/** A word a second from then until then. */
const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => measured(from + at, from + at + 1));

test('music before, speech within and silence behind the words are told of', () => {
  const sound: [Kind, number][] = [
    ['music', 10],
    ['speech', 30],
    ['silence', 20],
  ];
  expect(unwritten(sound, [...words(10, 18), ...words(28, 40)])).toEqual([
    'music 0-10',
    'speech 18-28',
    'silence 40-60',
  ]);
});

test.each([
  ['a breath', 'speech', 3],
  ['a jingle', 'music', 4.5],
  ['a rest', 'silence', 14],
] as const)('%s is not', (_, kind, seconds) => {
  const sound: [Kind, number][] = [
    ['speech', 10],
    [kind, seconds],
    ['speech', 10],
  ];
  const after = words(0, 10).map(({ start, end }) => {
    return measured(start + 10 + seconds, end + 10 + seconds);
  });
  expect(unwritten(sound, [...words(0, 10), ...after])).toEqual([]);
});

test('words that were not found leave what is heard in their place unwritten', () => {
  expect(unwritten([['speech', 30]], [...words(0, 10), null, null, ...words(20, 30)])).toEqual([
    'speech 10-20',
  ]);
});

test('where everything is written nothing is unwritten', () => {
  expect(unwritten([['speech', 20]], words(0, 20))).toEqual([]);
});
