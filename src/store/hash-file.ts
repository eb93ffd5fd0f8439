import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/**
 * SHA-256 of a file's bytes, hex, read in pieces.
 *
 * @param onBytes told how many bytes have been read so far
 */
export async function hashFile(path: string, onBytes?: (read: number) => void): Promise<string> {
  const hash = createHash('sha256');
  let read = 0;
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), async (chunks) => {
    for await (const chunk of chunks) {
      hash.update(chunk as Buffer);
      read += (chunk as Buffer).length;
      onBytes?.(read);
    }
  });
  return hash.digest('hex');
}

/** SHA-256 of bytes or text, hex. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
