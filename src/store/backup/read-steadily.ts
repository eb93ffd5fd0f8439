import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** A file's size and date; the date as `fingerprint` has it, in whole milliseconds since 1970. */
export interface Stamp {
  bytes: number;
  modified: number;
  mode: number;
}

export interface SteadyRead {
  /** Hex, of the bytes that were passed on. */
  sha256: string;
  /** Whether the file was the same before and after. */
  steady: boolean;
}

const blockBytes = 1 << 20;

/**
 * Reads a file as long as it was when it was opened, whatever happens to it meanwhile: what has gone from its
 * end comes as zeros, and then it was not steady.
 *
 * @param take gets the stamp and the bytes; called once
 * @throws what opening and reading throw
 */
export async function readSteadily(
  path: string,
  take: (stamp: Stamp, chunks: AsyncIterable<Buffer>) => Promise<void>,
): Promise<SteadyRead> {
  const handle = await open(path, 'r');
  try {
    const before = await stampOf(handle);
    const hash = createHash('sha256');
    let short = false;
    let unreadable: unknown = null;
    async function* chunks() {
      for (let at = 0; at < before.bytes; ) {
        const wanted = Math.min(blockBytes, before.bytes - at);
        // Each block is its own: what takes it may keep it until it has been written.
        const block = Buffer.alloc(wanted);
        const bytesRead = short ? 0 : await read(block, at);
        short ||= bytesRead === 0;
        const chunk = short ? block : block.subarray(0, bytesRead);
        hash.update(chunk);
        at += chunk.length;
        yield chunk;
      }
    }
    // Whoever takes the bytes was told how many come, so an error waits for the end.
    const read = async (block: Buffer, at: number) =>
      handle.read(block, 0, block.length, at).then(
        ({ bytesRead }) => bytesRead,
        (error: unknown) => {
          unreadable = error;
          return 0;
        },
      );
    await take(before, chunks());
    if (unreadable !== null) throw unreadable;
    const after = await stampOf(handle);
    return { sha256: hash.digest('hex'), steady: !short && sameStamp(before, after) };
  } finally {
    await handle.close();
  }
}

async function stampOf(handle: FileHandle): Promise<Stamp> {
  const { size, mtimeMs, mode } = await handle.stat();
  return { bytes: size, modified: Math.round(mtimeMs), mode: mode & 0o777 };
}

/** Whether a file has kept its size and date. */
export function sameStamp(one: Stamp, other: Stamp): boolean {
  return one.bytes === other.bytes && one.modified === other.modified;
}
