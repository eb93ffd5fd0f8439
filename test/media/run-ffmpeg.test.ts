import { getPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ffmpeg } from '../../src/media/ffmpeg.ts';
import { type Job, runFfmpeg } from '../../src/media/run-ffmpeg.ts';
import { writeTone } from './make-sound.ts';
import { codeOf, useWorkbench } from './workbench.ts';

const bench = useWorkbench();
let job: Job;

beforeAll(async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 2 });
  job = {
    input: bench.at('tone.wav'),
    outputs: [{ to: 'stdout', options: ['-f', 's16le'] }],
    timeoutMs: 20_000,
  };
});

test('what ffmpeg writes on stdout arrives whole, and its last words are returned', async () => {
  let bytes = 0;
  const onStdout = (chunk: Buffer) => {
    bytes += chunk.length;
  };
  expect(await runFfmpeg(bench.ffmpeg, { ...job, onStdout })).toContain('Stream mapping');
  expect(bytes).toBe(2 * 44_100 * 2);
});

test('ffmpeg waits for a reader that takes its time', async () => {
  let [bytes, taking, most] = [0, 0, 0];
  const onStdout = async (chunk: Buffer) => {
    taking += 1;
    most = Math.max(most, taking);
    await pause(5);
    bytes += chunk.length;
    taking -= 1;
  };
  await runFfmpeg(bench.ffmpeg, { ...job, onStdout });
  expect({ bytes, most }).toEqual({ bytes: 2 * 44_100 * 2, most: 1 });
});

test('an error of the reader ends the run and is what comes back', async () => {
  const onStdout = () => {
    throw new Error('enough');
  };
  await expect(runFfmpeg(bench.ffmpeg, { ...job, onStdout })).rejects.toThrow('enough');
});

test('progress is told in seconds of sound', async () => {
  const told: number[] = [];
  const outputs: Job['outputs'] = [{ to: 'nowhere', options: ['-f', 'null'] }];
  const onProgress = (seconds: number) => void told.push(seconds);
  await runFfmpeg(bench.ffmpeg, { ...job, outputs, onProgress });
  expect(told.at(-1)).toBeCloseTo(2, 1);
});

test('ffmpeg that fails says why, with the cause and without our paths', async () => {
  const work = runFfmpeg(bench.ffmpeg, { ...job, input: bench.at('not there.wav') });
  const error = await work.catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: 'ffmpeg_failed',
    message: 'ffmpeg failed: No such file or directory.',
    cause: { message: expect.stringContaining('not there.wav') },
  });
});

test('a full disk has a name of its own', async () => {
  const outputs: Job['outputs'] = [{ to: { file: '/dev/full' }, options: ['-f', 'wav'] }];
  expect(await codeOf(runFfmpeg(bench.ffmpeg, { ...job, outputs }))).toBe('disk_full');
});

test('a recording may be called after an error', async () => {
  await bench.make('-i', 'tone.wav', '-metadata', 'title=No space left on device', 'full.flac');
  const outputs: Job['outputs'] = [{ to: 'nowhere', options: ['-f', 'null'] }];
  const said = await runFfmpeg(bench.ffmpeg, { ...job, input: bench.at('full.flac'), outputs });
  expect(said).toContain('No space left on device');
});

test('an error of whoever watches the progress is what comes back', async () => {
  const onProgress = () => {
    throw new Error('nobody is watching');
  };
  await expect(runFfmpeg(bench.ffmpeg, { ...job, onProgress })).rejects.toThrow('nobody');
});

test('an ffmpeg that cannot be started is an error like any other', async () => {
  const gone: Ffmpeg = { path: '/nowhere/ffmpeg', version: '5', from: 'PATH' };
  expect(await codeOf(runFfmpeg(gone, job))).toBe('ffmpeg_failed');
});

describe('an ffmpeg that misbehaves', () => {
  test('is stopped at its deadline', async () => {
    const work = runFfmpeg(program('hangs'), { ...job, timeoutMs: 200 });
    expect(await codeOf(work)).toBe('ffmpeg_timeout');
  });

  test('is stopped at its deadline though a child of it holds its pipes', async () => {
    const work = runFfmpeg(program('hangs-with-child'), { ...job, timeoutMs: 200 });
    expect(await codeOf(work)).toBe('ffmpeg_timeout');
  });

  test('is stopped when the signal aborts, for the reason given', async () => {
    const controller = new AbortController();
    const work = runFfmpeg(program('hangs'), { ...job, signal: controller.signal });
    setTimeout(() => controller.abort('the server is closing'), 100);
    await expect(work).rejects.toMatchObject({
      code: 'cancelled',
      cause: 'the server is closing',
    });
  });

  test('is not even started when the signal has aborted before', async () => {
    const work = runFfmpeg(program('hangs'), { ...job, signal: AbortSignal.abort() });
    expect(await codeOf(work)).toBe('cancelled');
  });

  test.each(['floods', 'floods-one-line'])('is stopped when it %s', async (name) => {
    const work = runFfmpeg(program(name), { ...job, maxOutputBytes: 1_000_000 });
    await expect(work).rejects.toMatchObject({
      code: 'ffmpeg_failed',
      message: 'ffmpeg wrote more than 1000000 bytes.',
    });
  });
});

test('ffmpeg runs at lower priority than we do', async () => {
  const said = await runFfmpeg(program('tells-its-niceness'), job);
  expect(Number(said)).toBeGreaterThan(getPriority());
});

/** A tiny program in ffmpeg's place. */
function program(name: string): Ffmpeg {
  const path = fileURLToPath(new URL(`../fixtures/ffmpeg/${name}`, import.meta.url));
  return { path, version: '5', from: 'FFMPEG_PATH' };
}
