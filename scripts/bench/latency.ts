import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, type ServerApi } from '../../src/cli/server-api.ts';
import { hashFile } from '../../src/store/hash-file.ts';
import type { Bench } from './bench.ts';
import { percentile } from './figures.ts';
import { get } from './get.ts';
import type { Row } from './print-table.ts';
import { sendPart, untilDone } from './publish.ts';

/** Requests begin this often, ms, whether or not the one before is answered. */
const pace = 10;
const idleFor = 5000;
const encodings = { 'accept-encoding': 'br' };
/** Two minutes of voices with an untimed transcript, which ship with the project. */
const interview = 'forty-interviews-in-a-cupboard';

/** How long one reader waits while the server is idle, and while it encodes and aligns a recording. */
export async function latencyRows(
  { server: main, say }: Bench,
  server: ServerApi,
  path: string,
): Promise<Row[]> {
  const url = `${server.url}${path}`;
  await get(url, encodings);
  say('latency while idle');
  const idle = await waits(url, sleep(idleFor));
  // Sent before, for sending is this process's work, which would keep its own clock waiting.
  const uploads = await sendInterview(server, join(dirname(main), '..', 'episodes', interview));
  say('latency while a recording is encoded and aligned');
  const busy = await waits(url, publishSent(server, uploads));
  return ([0.5, 0.99] as const).map((share) => ({
    what: `episode page, brotli, while encoding and aligning, p${share * 100}`,
    value: percentile(busy, share),
    unit: 'ms',
    known: { what: 'idle', value: percentile(idle, share) },
  }));
}

async function sendInterview(server: ServerApi, folder: string) {
  const recording = await hashFile(join(folder, 'recording.mp3'));
  const send = (name: string) => sendPart(server, recording, join(folder, name));
  return {
    recording: { upload: await send('recording.mp3') },
    transcript: await send('transcript.txt'),
  };
}

async function publishSent(server: ServerApi, uploads: object) {
  const { job } = await call<{ job: string }>(server, '/api/episodes', {
    ...uploads,
    // An MP3 is encoded only where that is asked for.
    normalize: true,
    options: { title: 'Busy' },
  });
  await untilDone(server, job);
}

/** How long each answer takes where nothing else is done, ms. */
export async function waitsWhenIdle(url: string): Promise<number[]> {
  await get(url, encodings);
  return waits(url, sleep(idleFor));
}

/** Asks at a steady pace until something is over; returns how long each answer took, ms. */
export async function waits(url: string, over: Promise<unknown>): Promise<number[]> {
  const answers: Promise<number>[] = [];
  let asking = true;
  const ended = over.finally(() => {
    asking = false;
  });
  while (asking) {
    answers.push(get(url, encodings).then(({ ms }) => ms));
    await sleep(pace);
  }
  await ended;
  return Promise.all(answers);
}
