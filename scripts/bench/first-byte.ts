import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { startBare } from './bare-server.ts';
import type { Bench } from './bench.ts';
import { median } from './figures.ts';
import { get } from './get.ts';
import { makeSound } from './make-sound.ts';
import type { Row } from './print-table.ts';
import { publish } from './publish.ts';
import type { RunningServer } from './run-server.ts';

const publishes = 7;
const encodings = { 'accept-encoding': 'br' };

interface Waits {
  /** The first to ask after a publish, for whom the feed is rendered and compressed. */
  first: number;
  again: number;
  /** A bare Fastify route that sends the same feed as it was before. */
  bare: number;
}

/**
 * How long a reader of the feed waits for its first byte once an episode is published: the new episode is
 * in it, so it has to be made anew.
 */
export async function firstByteRows(
  bench: Bench,
  server: RunningServer,
  path: string,
): Promise<Row[]> {
  const { itself, scratch, ffmpeg, say } = bench;
  const url = `${server.url}${path}`;
  // Asked twice, so that neither what is compiled late nor what is read once falls on the first publish.
  for (const headers of [{}, encodings]) await get(url, headers);
  const bare = await startBare(itself, [await get(url, encodings)], scratch);
  const waits: Waits[] = [];
  try {
    await get(`${bare.url}/0`, encodings);
    for (let turn = 1; turn <= publishes; turn += 1) {
      say(`publishing an episode more, ${turn} of ${publishes}`);
      const sound = join(scratch, `new-${turn}.mp3`);
      await makeSound(ffmpeg, sound, 3 + turn);
      const title = `New in the feed ${turn}`;
      await publish(server, sound, { title });
      const first = await get(url, encodings);
      if (!brotliDecompressSync(first.body).includes(title)) {
        throw new Error(`“${title}” was published and is not in the feed`);
      }
      const again = await get(url, encodings);
      const { firstByteMs } = await get(`${bare.url}/0`, encodings);
      waits.push({ first: first.firstByteMs, again: again.firstByteMs, bare: firstByteMs });
    }
  } finally {
    await bare.stop();
  }
  const beside = (what: string, of: (waited: Waits) => number): Row => ({
    what,
    value: median(waits.map(of)),
    unit: 'ms',
    known: { what: 'bare Fastify', value: median(waits.map(({ bare: waited }) => waited)) },
  });
  return [
    beside('first byte after a publish, brotli', ({ first }) => first),
    beside('first byte when it is asked for again', ({ again }) => again),
  ];
}
