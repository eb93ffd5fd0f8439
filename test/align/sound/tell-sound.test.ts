import { expect, test } from 'vitest';
import { cepstra } from '../../../src/align/sound/cepstra.ts';
import type { Heard } from '../../../src/align/sound/listen.ts';
import { changeIn, tellSound } from '../../../src/align/sound/tell-sound.ts';

type Kind = 'speech' | 'music' | 'silence';

/** Seconds of this and that: speech moves on every 80 ms, music every 400 ms, silence does not. */
function made(...stretches: [Kind, number][]): { heard: Heard; active: Uint8Array } {
  const values: number[] = [];
  const active: number[] = [];
  const holds = { speech: 8, music: 40, silence: Number.POSITIVE_INFINITY };
  for (const [kind, seconds] of stretches) {
    for (let frame = 0; frame < seconds * 100; frame += 1) {
      const sound = kind === 'silence' ? 0 : Math.floor(frame / holds[kind]) + 1;
      for (let n = 0; n < cepstra; n += 1) values.push(((sound * 7 + n * 3) % 11) - 5);
      active.push(kind === 'silence' ? 0 : 1);
    }
  }
  const frames = active.length;
  return {
    heard: { frames, cepstra: Float32Array.from(values), energies: new Float32Array(frames) },
    active: Uint8Array.from(active),
  };
}

const speech = changeIn(made(['speech', 20]).heard, 0, 2000);
const tell = (...stretches: [Kind, number][]) => {
  const { heard, active } = made(...stretches);
  return tellSound(heard, active, { from: 0, to: heard.frames }, speech);
};

test.each(['speech', 'music', 'silence'] as const)('%s is told as such', (kind) => {
  expect(tell([kind, 30])).toEqual([{ heard: kind, from: 0, to: 3000 }]);
});

test('speech, music and silence after one another are told apart', () => {
  expect(tell(['music', 20], ['speech', 20], ['silence', 20])).toEqual([
    { heard: 'music', from: 0, to: 2000 },
    { heard: 'speech', from: 2000, to: 4000 },
    { heard: 'silence', from: 4000, to: 6000 },
  ]);
});

test('a moment of something else is not told', () => {
  expect(tell(['music', 10], ['speech', 2], ['music', 10])).toEqual([
    { heard: 'music', from: 0, to: 2200 },
  ]);
});

test('only the part that is asked for is told of, to its very end', () => {
  const { heard, active } = made(['silence', 10], ['speech', 11.1], ['silence', 10]);
  expect(tellSound(heard, active, { from: 1000, to: 2110 }, speech)).toEqual([
    { heard: 'speech', from: 1000, to: 2110 },
  ]);
  expect(tellSound(heard, active, { from: 50, to: 50 }, speech)).toEqual([]);
});

test('loudness that goes up and down is no change of sound', () => {
  const { heard } = made(['music', 10]);
  const still = changeIn(heard, 0, 1000);
  for (let frame = 0; frame < 1000; frame += 1) heard.cepstra[frame * cepstra] = (frame % 9) * 100;
  expect(changeIn(heard, 0, 1000)).toBe(still);
});
