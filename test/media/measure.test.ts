import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { measure } from '../../src/media/measure.ts';
import { probe } from '../../src/media/probe.ts';
import { writeSound, writeTone } from './make-sound.ts';
import { codeOf, useWorkbench } from './workbench.ts';

const bench = useWorkbench();

async function measured(file: string, onProgress?: (share: number) => void) {
  const { duration } = await probe(bench.ffmpeg, bench.at(file), { name: file });
  return measure(bench.ffmpeg, bench.at(file), { name: file, expected: duration, onProgress });
}

test('a 997 Hz tone at −20 dB of full scale is as loud as EBU Tech 3341 says', async () => {
  await writeTone(bench.at('tone.wav'), {
    seconds: 12,
    channels: 2,
    hz: 997,
    amplitude: 0.1,
    sampleRate: 48_000,
  });
  const { duration, loudness, warnings } = await measured('tone.wav');
  expect(duration).toBe(12);
  expect(loudness.integrated).toBeCloseTo(-20, 0);
  expect(loudness.truePeak).toBeCloseTo(-20, 0);
  expect(loudness.range).toBeLessThan(1);
  expect(warnings).toEqual([]);
});

test('silence has no loudness and no peak', async () => {
  await writeTone(bench.at('silence.wav'), { seconds: 2, amplitude: 0 });
  const { loudness, peaks } = await measured('silence.wav');
  expect(loudness).toEqual({ integrated: null, truePeak: null, range: null });
  expect(Math.max(...peaks)).toBe(0);
});

test('a sound of under 400 ms has a peak but no loudness', async () => {
  await writeTone(bench.at('blip.wav'), { seconds: 0.2, amplitude: 0.5 });
  const { duration, loudness } = await measured('blip.wav');
  expect(duration).toBeCloseTo(0.2, 2);
  expect(loudness.integrated).toBeNull();
  expect(loudness.truePeak).toBeCloseTo(-6, 0);
});

test('the outline has 1200 points and follows the sound', async () => {
  const loud = (time: number) => (time < 1 ? 0.05 : time < 2 ? 0 : 0.4);
  const signal = (time: number) => loud(time) * Math.sin(2 * Math.PI * 300 * time);
  await writeSound(bench.at('steps.wav'), { seconds: 3 }, signal);
  const { peaks } = await measured('steps.wav');
  expect(peaks).toHaveLength(1200);
  expect(Math.max(...peaks)).toBe(100);
  expect(peaks[200]).toBeGreaterThan(15);
  expect(peaks[200]).toBeLessThan(35);
  expect(peaks[600]).toBe(0);
  expect(peaks[1000]).toBeGreaterThan(90);
});

test('progress goes from nothing to one', async () => {
  const told: number[] = [];
  await writeTone(bench.at('tone.wav'), { seconds: 12 });
  await measured('tone.wav', (share) => told.push(share));
  expect(told.at(-1)).toBe(1);
  expect(told).toEqual([...told].sort((one, other) => one - other));
  expect(told.length).toBeLessThanOrEqual(100);
});

test('an MP3 that was cut off after its header is refused, with both lengths', async () => {
  await writeTone(bench.at('minute.wav'), { seconds: 60 });
  await bench.make('-i', 'minute.wav', '-b:a', '64k', 'minute.mp3');
  await cut('minute.mp3', 'cut.mp3', 0.02);
  await expect(measured('cut.mp3')).rejects.toMatchObject({
    code: 'recording_truncated',
    message: expect.stringMatching(/claims 60\.0 s, but only 1\.\d s/),
    facts: { file: 'cut.mp3' },
  });
});

test('a WAV that was cut off is refused too', async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 10 });
  await cut('tone.wav', 'cut.wav', 0.2);
  expect(await codeOf(measured('cut.wav'))).toBe('recording_truncated');
});

test('an MP3 that lacks a little is as long as it plays, with a warning', async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 20 });
  await bench.make('-i', 'tone.wav', '-b:a', '64k', 'tone.mp3');
  await cut('tone.mp3', 'short.mp3', 0.8);
  const { duration, warnings } = await measured('short.mp3');
  expect(duration).toBeGreaterThan(15);
  expect(duration).toBeLessThan(17);
  expect(warnings).toEqual([expect.stringContaining('claims 20.0 s')]);
});

test('a variable rate MP3 without any header is as long as it plays', async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 20 });
  await bench.make('-i', 'tone.wav', '-q:a', '5', '-write_xing', '0', 'bare.mp3');
  const { duration, warnings } = await measured('bare.mp3');
  expect(duration).toBeCloseTo(20, 0);
  expect(warnings).toEqual([]);
});

test('a header with nothing behind it is refused', async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 2 });
  const head = (await readFile(bench.at('tone.wav'))).subarray(0, 44);
  await writeFile(bench.at('head.wav'), head);
  expect(await codeOf(measured('head.wav'))).toBe('recording_truncated');
});

async function cut(from: string, to: string, share: number): Promise<void> {
  const whole = await readFile(bench.at(from));
  await writeFile(bench.at(to), whole.subarray(0, Math.round(whole.length * share)));
}
