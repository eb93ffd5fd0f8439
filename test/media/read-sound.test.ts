import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import type { Ffmpeg } from '../../src/media/ffmpeg.ts';
import { readSound } from '../../src/media/read-sound.ts';
import { writeSound, writeTone } from './make-sound.ts';
import { codeOf, useWorkbench } from './workbench.ts';

const bench = useWorkbench();
const rate = 16_000;

beforeAll(async () => {
  await writeTone(bench.at('mono.wav'), { seconds: 2 });
  await writeTone(bench.at('stereo.wav'), { seconds: 2, channels: 2, sampleRate: 48_000 });
  await writeTone(bench.at('long.wav'), { seconds: 60, sampleRate: 8000 });
  await writeSound(bench.at('click.wav'), { seconds: 1.5 }, (time) => (time < 0.5 ? 0 : 0.5));
  await bench.make('-i', 'mono.wav', '-af', 'pan=stereo|c0=c0|c1=-1*c0', 'inverted.wav');
});

async function samplesOf(name: string): Promise<number[]> {
  const samples: number[] = [];
  for await (const block of readSound(bench.ffmpeg, bench.at(name), { rate })) {
    for (const sample of block) samples.push(sample);
  }
  return samples;
}

const loudest = (samples: number[]) => samples.reduce((most, one) => Math.max(most, one), 0);

test.each(['mono.wav', 'stereo.wav', 'inverted.wav'])(
  '%s is heard to its end, at the rate asked for',
  async (name) => {
    const samples = await samplesOf(name);
    expect(Math.abs(samples.length - 2 * rate)).toBeLessThan(20);
    expect(loudest(samples)).toBeGreaterThan(5000);
  },
);

test('what sounds at half a second is at half a second', async () => {
  const samples = await samplesOf('click.wav');
  const at = samples.findIndex((sample) => sample > 8000);
  expect(Math.abs(at - rate / 2)).toBeLessThan(10);
});

test('ffmpeg waits while nobody takes a block, and ends when the reader has had enough', async () => {
  let taken = 0;
  for await (const block of readSound(bench.ffmpeg, bench.at('long.wav'), { rate })) {
    taken += block.length;
    await pause(20);
    if (taken > 5 * rate) break;
  }
  expect(taken).toBeLessThan(10 * rate);
});

test('a signal stops it', async () => {
  const stop = new AbortController();
  const sound = readSound(bench.ffmpeg, bench.at('long.wav'), { rate, signal: stop.signal });
  await sound.next();
  stop.abort();
  const rest = async () => {
    for await (const _block of sound);
  };
  expect(await codeOf(rest())).toBe('cancelled');
});

test('what cannot be decoded says so', async () => {
  expect(await codeOf(samplesOf('not there.wav'))).toBe('ffmpeg_failed');
});

test('an ffmpeg that cannot be started says so', async () => {
  const none: Ffmpeg = { ...bench.ffmpeg, path: bench.at('no-ffmpeg') };
  const sound = readSound(none, bench.at('mono.wav'), { rate });
  expect(await codeOf(sound.next())).toBe('ffmpeg_failed');
});
