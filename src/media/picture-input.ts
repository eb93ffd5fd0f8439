import { AlongsideError } from '../episode/error.ts';
import type { Input } from './command.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { readOpening } from './opening.ts';

/** A picture that would unpack to more than this many pixels is not opened. */
const mostPixels = 50_000_000;

/**
 * A picture for ffmpeg to read, with the one demuxer its first bytes call for: left to choose, ffmpeg takes
 * a `%d` in a name for the number of a picture in a row.
 *
 * @throws cover_unreadable
 */
export async function pictureInput(
  ffmpeg: Ffmpeg,
  path: string,
  signal?: AbortSignal,
): Promise<Input> {
  const format = formatOf(await readOpening(ffmpeg, path, signal));
  if (format === null) throw pictureUnreadable();
  const options = ['-f', format, '-max_pixels', String(mostPixels)];
  return { from: path, formats: format, options };
}

/** Options that make a picture a JPEG of at most so many pixels each way, without its metadata. */
export function smallJpeg(size: number): string[] {
  const fit = `scale=w='min(${size},iw)':h='min(${size},ih)':force_original_aspect_ratio=decrease`;
  const filters = `${fit}:flags=lanczos,format=yuvj420p`;
  return [
    ...['-frames:v', '1', '-filter:v', filters, '-c:v', 'mjpeg', '-q:v', '4'],
    ...['-map_metadata:s:v', '-1', '-flags:v', '+bitexact'],
  ];
}

export function pictureUnreadable(name?: string, cause?: unknown): AlongsideError {
  const remedy = 'Give a JPEG or PNG picture, square, between 1400 and 3000 pixels wide.';
  return new AlongsideError(
    'cover_unreadable',
    'The cover is no JPEG or PNG picture that can be read.',
    { file: name, remedy },
    cause,
  );
}

function formatOf(opening: Buffer): string | null {
  const bytes = opening.toString('latin1', 0, 8);
  if (bytes.startsWith('\xff\xd8\xff')) return 'jpeg_pipe';
  return bytes === '\x89PNG\r\n\x1a\n' ? 'png_pipe' : null;
}
