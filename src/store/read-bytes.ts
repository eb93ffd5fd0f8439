import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Peaks } from '../episode/episode.ts';
import { AlongsideError } from '../episode/error.ts';
import type { Transcript } from '../episode/transcript.ts';

/** Longest text file anyone publishes: a transcript of a hundred hours. */
const mostBytes = 64 << 20;

/**
 * A small file whole.
 *
 * @throws AlongsideError `transcript_not_text` when it is far too large to be one
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > mostBytes) {
    throw new AlongsideError('transcript_not_text', 'The file is far too large for a transcript.', {
      file: basename(path),
      remedy: 'Give the transcript as a text file, and the recording as the recording.',
    });
  }
  return readFile(path);
}

/** A transcript as `published/` keeps it. */
export async function readModel(path: string): Promise<Transcript> {
  return JSON.parse(await readFile(path, 'utf8')) as Transcript;
}

/** A waveform as `published/` keeps it. */
export async function readPeaks(path: string): Promise<Peaks> {
  return JSON.parse(await readFile(path, 'utf8')) as Peaks;
}
