import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { AlongsideError } from '../../episode/error.ts';
import type { Stamp } from './read-steadily.ts';

/** A file of an archive. */
export interface ArchivedFile {
  name: string;
  stamp: Stamp;
}

export interface ReadingArchive {
  /**
   * Takes one file's bytes, as many as it wants of them.
   *
   * @param sha256 hex, of all of its bytes, once they have been read
   */
  onFile(file: ArchivedFile, chunks: AsyncIterable<Buffer>, sha256: Promise<string>): Promise<void>;
  /** Told how many bytes of the archive have been read so far. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/**
 * Reads an archive from its beginning to its end; memory does not depend on its size.
 *
 * @throws AlongsideError `file_not_found`, `backup_unreadable`; and whatever `onFile` throws
 */
export async function readArchive(path: string, { onFile, onBytes }: ReadingArchive) {
  const tar = extract();
  let bytes = 0;
  const fed = pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        onBytes?.(bytes);
        yield chunk;
      }
    },
    tar,
  );
  let ours: unknown = null;
  try {
    for await (const entry of tar) {
      const file = fileOf(entry.header, path);
      const reading = hashed(entry as AsyncIterable<Buffer>);
      try {
        if (file !== null) await onFile(file, reading.chunks(), reading.sha256);
      } catch (error) {
        if (error !== reading.failed()) ours = error;
        throw error;
      }
      await reading.rest();
    }
    await fed;
  } catch (error) {
    const cause = await fed.then(
      () => error,
      (failed: unknown) => failed,
    );
    throw error instanceof AlongsideError || error === ours ? error : unreadable(path, cause);
  }
}

/** Null for a folder, which says nothing that its files do not. */
function fileOf(header: Header, path: string): ArchivedFile | null {
  const { name, type, size, mtime, mode } = header;
  if (type === 'directory') return null;
  if (type !== 'file') {
    throw notOurs(path, `${name} in it is no plain file, which no backup of a show has.`);
  }
  const { pax } = header as { pax?: { mtime?: string } | null };
  const exact = Math.round(Number(pax?.mtime) * 1000);
  const modified = Number.isFinite(exact) ? exact : mtime.getTime();
  return { name, stamp: { bytes: size, modified, mode: mode & 0o777 } };
}

function hashed(entry: AsyncIterable<Buffer>) {
  const hash = createHash('sha256');
  let tell: (sha256: string) => void = () => {};
  const sha256 = new Promise<string>((resolve) => {
    tell = resolve;
  });
  async function* chunks() {
    const bytes = entry[Symbol.asyncIterator]();
    for (;;) {
      const { value, done } = await bytes.next().catch((error: unknown) => {
        failed = error;
        throw error;
      });
      if (done) break;
      hash.update(value);
      yield value;
    }
    tell(hash.digest('hex'));
  }
  let failed: unknown = null;
  const reading = chunks();
  return {
    sha256,
    chunks: () => reading,
    /** What the archive itself could not be read for; null where it could. */
    failed: () => failed,
    /** Reads on to the end where that was left out. */
    async rest() {
      for await (const _chunk of reading);
    },
  };
}

const otherBackup = 'Take another backup: this one cannot be relied upon. Nothing was changed.';

/** @param what is wrong with it, as a sentence */
export function notOurs(path: string, what: string): AlongsideError {
  return new AlongsideError('backup_unreadable', what, { file: path, remedy: otherBackup });
}

function unreadable(path: string, cause: unknown): AlongsideError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EISDIR') {
    const what = code === 'ENOENT' ? 'There is no such file.' : 'This is not a file.';
    const remedy = 'Check the name and the folder it is in.';
    return new AlongsideError('file_not_found', what, { file: path, remedy }, cause);
  }
  const ends = /Unexpected end/.test(message);
  return new AlongsideError(
    'backup_unreadable',
    ends ? 'The backup ends in the middle.' : 'This is no backup, or a damaged one.',
    {
      file: path,
      remedy: /EACCES|EIO/.test(code ?? '')
        ? 'Check that this user may read it, and that its disk works.'
        : otherBackup,
    },
    cause,
  );
}
