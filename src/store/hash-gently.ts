import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Small, since each file takes its own. */
const blockBytes = 1 << 17;

/**
 * SHA-256 of a file's bytes, hex, read a little at a time.
 *
 * @param rest waits between two of them; told how long the last one took, ms
 */
export async function hashGently(
  path: string,
  rest: (took: number) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'r');
  try {
    const block = Buffer.alloc(blockBytes);
    for (;;) {
      const began = performance.now();
      const { bytesRead } = await handle.read(block, 0, blockBytes);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(block.subarray(0, bytesRead));
      await rest(performance.now() - began);
    }
  } finally {
    await handle.close();
  }
}
