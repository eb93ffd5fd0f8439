import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Bench } from '../bench.ts';
import type { TimedWord } from './score.ts';

export interface Run {
  /** Every word of the transcript in order. */
  words: TimedWord[];
  /** Of the command itself, all its threads; what ffmpeg needs to decode comes on top. Seconds. */
  cpu: number;
  /** The most memory it held at a time, MB. */
  memory: number;
}

export interface Order {
  recording: string;
  transcript: string;
  language: string;
}

/** Writes what the process used to its fourth file as it ends. Threads are preloaded, too, but say nothing. */
const confess = `import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

/**
 * Runs the built command as a person would, in a process of its own. Where it fails no word is found, so that
 * the other rows are still printed.
 */
export async function runAligner(
  { aligner, ffmpeg, scratch, say }: Pick<Bench, 'aligner' | 'ffmpeg' | 'scratch' | 'say'>,
  { recording, transcript, language }: Order,
): Promise<Run> {
  const output = join(scratch, 'aligned.json');
  const preload = `data:text/javascript,${encodeURIComponent(confess)}`;
  const order = [recording, transcript, '--format', 'json', '--language', language, '-o', output];
  const child = spawn(process.execPath, ['--import', preload, aligner, ...order], {
    // Away from any .env.
    cwd: scratch,
    env: { ...process.env, FFMPEG_PATH: ffmpeg.from === 'FFMPEG_PATH' ? ffmpeg.path : '' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const [said, used, [code]] = await Promise.all([
    text(child.stderr as NodeJS.ReadableStream),
    text(child.stdio[3] as NodeJS.ReadableStream),
    once(child, 'close'),
  ]);
  process.off('exit', end);
  if (code !== 0) {
    say(`it failed: ${said}`);
    return { words: [], cpu: Number.NaN, memory: Number.NaN };
  }
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(used) as NodeJS.ResourceUsage;
  const { segments } = JSON.parse(await readFile(output, 'utf8')) as { segments: Segment[] };
  return {
    words: segments.map(({ body, startTime }) => ({ text: body, start: startTime })),
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    memory: (maxRSS * 1024) / 1e6,
  };
}

interface Segment {
  body: string;
  startTime: number | null;
}
