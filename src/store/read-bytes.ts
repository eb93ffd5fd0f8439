import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Peaks } from '../episode/episode.ts';
import { AlongsideError, type ErrorCode } from '../episode/error.ts';
import type { Transcript } from '../episode/transcript.ts';
import { hashOf } from './hash-file.ts';

/** More than anyone publishes beside a recording: a transcript of a hundred hours, a poster as a cover. */
const mostBytes = 64 << 20;

/** What makes a file unreadable until somebody does something about it. */
const lasting = ['EACCES', 'EPERM', 'EISDIR', 'ENOENT', 'ELOOP'];

/** What a small file is, for the error where it cannot be it. */
export interface SmallFile {
  /** As messages have it: `a transcript`. */
  kind: string;
  code: ErrorCode;
  /** The file's name at the publisher's; else its own. */
  name?: string | undefined;
}

export const smallFiles = {
  transcript: { kind: 'a transcript', code: 'transcript_not_text' },
  cover: { kind: 'a cover', code: 'cover_unreadable' },
  details: { kind: 'show notes', code: 'details_invalid' },
} as const satisfies Record<string, SmallFile>;

/**
 * A small file whole.
 *
 * @throws AlongsideError with the code given, where the file is far too large or cannot be read
 */
export async function readBytes(
  path: string,
  { kind, code, name }: SmallFile,
): Promise<Uint8Array> {
  const file = name ?? basename(path);
  const { size } = await stat(path).catch(refuse);
  refuseTooLarge(size, { kind, code, name: file });
  return readFile(path).catch(refuse);

  function refuse(error: NodeJS.ErrnoException): never {
    // Anything else, such as too many open files, passes: it says nothing about this one.
    if (!lasting.includes(error.code ?? '')) throw error;
    const remedy = 'Check that it is a file, and that the server may read it.';
    throw new AlongsideError(code, 'The file cannot be read.', { file, remedy }, error);
  }
}

/**
 * Refuses a file before it is read, or sent, that is far too large for what it is to be.
 *
 * @param size bytes
 */
export function refuseTooLarge(size: number, { kind, code, name }: SmallFile) {
  if (size <= mostBytes) return;
  throw new AlongsideError(code, `The file is far too large for ${kind}.`, {
    file: name,
    remedy: 'Give a file below 64 MB.',
  });
}

/** A transcript as `published/` keeps it. */
export async function readModel(path: string): Promise<Transcript> {
  return JSON.parse(await readFile(path, 'utf8')) as Transcript;
}

/**
 * The same, if it is still what was written; null where the disk has lost or changed it.
 *
 * @param sha256 of the file, hex
 */
export async function readWholeModel(path: string, sha256: string): Promise<Transcript | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null || hashOf(bytes) !== sha256) return null;
  return JSON.parse(bytes.toString()) as Transcript;
}

/** A waveform as `published/` keeps it. */
export async function readPeaks(path: string): Promise<Peaks> {
  return JSON.parse(await readFile(path, 'utf8')) as Peaks;
}
