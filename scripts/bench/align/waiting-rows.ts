import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { percentile } from '../figures.ts';
import { waits, waitsWhenIdle } from '../latency.ts';
import { makeSound } from '../make-sound.ts';
import type { Row } from '../print-table.ts';
import { publish } from '../publish.ts';
import { runServer } from '../run-server.ts';
import { speakLong } from './speak-long.ts';

/** What a wait may always be, ms; where the machine is slower, twice what it is while idle. */
const unnoticed = 25;

/** How long one reader waits for a page while the server aligns and encodes another recording. */
export async function waitingRows(bench: Bench): Promise<Row[]> {
  const { server: main, ffmpeg, scratch, say } = bench;
  say('speaking a recording to publish');
  const { recording, transcript } = await speakLong(bench, 1);
  const short = join(scratch, 'short.mp3');
  await makeSound(ffmpeg, short, 3);
  const show = join(scratch, 'aligned-show');
  await mkdir(show);
  const server = await runServer(main, show);
  try {
    const slug = await publish(server, short, { title: 'The first' });
    const url = `${server.url}/episodes/${slug}/`;
    say('latency while idle');
    const idle = percentile(await waitsWhenIdle(url), 0.99);
    say('latency while a recording is aligned and encoded');
    const busy = await waits(url, publish(server, recording, { transcript, title: 'Busy' }));
    return [
      {
        what: 'episode page while aligning: p99',
        value: percentile(busy, 0.99),
        unit: 'ms',
        known: { what: 'at most', value: Math.max(unnoticed, 2 * idle) },
      },
    ];
  } finally {
    await server.stop();
  }
}
