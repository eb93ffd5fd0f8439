import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerApi } from '../../src/cli/server-api.ts';
import type { Bench } from './bench.ts';
import { percentile } from './figures.ts';
import { get } from './get.ts';
import { makeSound } from './make-sound.ts';
import type { Row } from './print-table.ts';
import { publish } from './publish.ts';

/** Requests begin this often, ms, whether or not the one before is answered. */
const pace = 10;
const idleFor = 5000;
/** Long enough that encoding goes on for seconds. */
const minutes = 3;
const encodings = { 'accept-encoding': 'br' };

/** How long one reader waits while the server is idle, and while it encodes a recording. */
export async function latencyRows(
  { ffmpeg, scratch, say }: Bench,
  server: ServerApi,
  path: string,
): Promise<Row[]> {
  const url = `${server.url}${path}`;
  const sound = join(scratch, 'busy.wav');
  await makeSound(ffmpeg, sound, minutes * 60);
  await get(url, encodings);
  say('latency while idle');
  const idle = await waits(url, sleep(idleFor));
  say('latency while a recording is encoded');
  const busy = await waits(url, publish(server, sound, { title: 'Busy' }));
  return ([0.5, 0.99] as const).map((share) => ({
    what: `episode page, brotli, while encoding, p${share * 100}`,
    value: percentile(busy, share),
    unit: 'ms',
    known: { what: 'idle', value: percentile(idle, share) },
  }));
}

/** Asks at a steady pace until something is over; returns how long each answer took, ms. */
async function waits(url: string, over: Promise<unknown>): Promise<number[]> {
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
