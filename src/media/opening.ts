import { AlongsideError } from '../episode/error.ts';
import type { Input, Output } from './command.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { otherThingIn, playlistIn } from './recognise-other.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

const mostBytes = 4096;

/** The first bytes of a file, read by ffmpeg as plain data: at most four kilobytes. */
export async function readOpening(
  ffmpeg: Ffmpeg,
  path: string,
  signal?: AbortSignal,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const { from, formats, options } = plainData(path);
  await runFfmpeg(ffmpeg, {
    input: from,
    inputOptions: options,
    formats,
    outputs: [firstOf(0)],
    signal,
    timeoutMs: 60_000,
    onStdout: (chunk) => void chunks.push(chunk),
  });
  return openingIn(chunks);
}

/** A file as an input of nothing but bytes. */
export function plainData(path: string): Input & { from: string; options: string[] } {
  return { from: path, formats: 'data', options: ['-f', 'data'] };
}

/** Prints the first bytes of such an input on stdout. */
export function firstOf(input: number): Output {
  const options = ['-map', String(input), '-c', 'copy', '-frames:d', '4', '-f', 'data'];
  return { to: 'stdout', options };
}

/** What came on stdout, as an opening. */
export function openingIn(chunks: Buffer[]): Buffer {
  return Buffer.concat(chunks).subarray(0, mostBytes);
}

/**
 * Refuses what shows in its first bytes that it is no recording, whatever its name.
 *
 * @throws recording_empty, recording_is_playlist, recording_not_audio
 */
export function refuseByOpening(opening: Buffer, name: string): void {
  const remedy = 'Give the recording itself: MP3, M4A, Ogg, Opus, FLAC, WAV, AIFF, MP4 or WebM.';
  if (opening.length === 0) {
    throw new AlongsideError('recording_empty', 'The recording is empty: it has no bytes.', {
      file: name,
      remedy: 'Check that it was copied or recorded to its end, and give it again.',
    });
  }
  const playlist = playlistIn(opening);
  if (playlist) {
    const message = `This is a playlist (${playlist}), not a recording.`;
    throw new AlongsideError('recording_is_playlist', message, { file: name, remedy });
  }
  const other = otherThingIn(opening);
  if (other) {
    const message = `This is no sound that we know: it looks like ${other}.`;
    throw new AlongsideError('recording_not_audio', message, { file: name, remedy });
  }
}
