import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Stamp } from './read-steadily.ts';

/** Writes a file with the date and the rights it had, and flushes it. */
export async function unpackFile(path: string, stamp: Stamp, chunks: AsyncIterable<Buffer>) {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'w', stamp.mode | 0o600);
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk);
    const seconds = stamp.modified / 1000;
    await handle.utimes(seconds, seconds);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
