import { once } from 'node:events';
import { pack } from 'tar-stream';
import type { Stamp } from './read-steadily.ts';

/** An archive that is being written. */
export interface Archive {
  /** What is to be written where the archive goes. */
  bytes: AsyncIterable<Uint8Array>;
  /** Adds a file; resolves when its bytes have been handed on. */
  add(name: string, stamp: Stamp, chunks: AsyncIterable<Buffer>): Promise<void>;
  end(): void;
  /** Ends it in the middle; whoever adds to it fails. */
  giveUp(): void;
}

/** Latest second that the old header has room for where nobody reads the newer one, 2038. */
const latestSecond = 2 ** 31 - 1;

/**
 * Makes a tar archive in the form that POSIX calls pax: names in any script, files of any size, dates to the
 * millisecond.
 */
export function createArchive(): Archive {
  const tar = pack();
  return {
    // As plain bytes one after another: Node and tar-stream each have their own kind of stream.
    bytes: bytesOf(tar as AsyncIterable<Uint8Array>),
    async add(name, { bytes: size, modified, mode }, chunks) {
      const second = Math.min(latestSecond, Math.max(0, Math.floor(modified / 1000)));
      const header = {
        ...{ name, size, mode, mtime: new Date(second * 1000) },
        pax: { mtime: (modified / 1000).toFixed(3) },
      };
      const entry = tar.entry(header);
      const closed = once(entry, 'close');
      // It is awaited below; an error until then must not end the process.
      closed.catch(() => {});
      for await (const chunk of chunks) {
        if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), closed]);
        if (entry.destroyed) throw new Error('The archive was closed.');
      }
      entry.end(null);
      await closed;
      if (tar.destroyed) throw new Error('The archive was closed.');
    },
    end: () => tar.finalize(),
    giveUp: () => tar.destroy(),
  };
}

async function* bytesOf(tar: AsyncIterable<Uint8Array>) {
  yield* tar;
}
