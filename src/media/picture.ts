import { imageSize } from 'image-size';
import { AlongsideError } from '../episode/error.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { pictureInput, pictureUnreadable, smallJpeg } from './picture-input.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

export interface Picture {
  type: 'image/jpeg' | 'image/png';
  /** Pixels. */
  width: number;
  height: number;
  /** Whether podcast directories accept it: square, 1400–3000 px. */
  forDirectories: boolean;
  /** One plain sentence about what directories dislike in it. */
  problem: string | null;
}

/**
 * What kind of picture this is, by its bytes.
 *
 * @param name what its owner calls it, for messages
 * @throws cover_unreadable for anything but JPEG and PNG
 */
export function describePicture(bytes: Uint8Array, name: string): Picture {
  const { width, height, type } = sizeOf(bytes, name);
  if ((type !== 'jpg' && type !== 'png') || !(width > 0 && height > 0)) {
    throw pictureUnreadable(name);
  }
  const problem = problemFor(width, height);
  return {
    type: type === 'png' ? 'image/png' : 'image/jpeg',
    width,
    height,
    forDirectories: problem === null,
    problem,
  };
}

/**
 * Makes a small JPEG of a picture, at most `size` pixels wide and high, without any of its metadata.
 *
 * @throws cover_unreadable, and what `runFfmpeg` throws
 */
export async function shrinkPicture(
  ffmpeg: Ffmpeg,
  input: string,
  output: string,
  { size, signal }: { size: number; signal?: AbortSignal | undefined },
): Promise<void> {
  const { formats, options = [] } = await pictureInput(ffmpeg, input, signal);
  const file = ['-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'mjpeg'];
  const outputs = [{ to: { file: output }, options: [...smallJpeg(size), ...file] }];
  const job = { input, formats, inputOptions: options, outputs, signal, timeoutMs: 60_000 };
  await runFfmpeg(ffmpeg, job).catch((error: unknown) => {
    const unreadable = error instanceof AlongsideError && error.code === 'ffmpeg_failed';
    throw unreadable ? pictureUnreadable(undefined, error) : error;
  });
}

function sizeOf(bytes: Uint8Array, name: string) {
  try {
    return imageSize(bytes);
  } catch (cause) {
    throw pictureUnreadable(name, cause);
  }
}

/** https://podcasters.apple.com/support/896-artwork-requirements */
function problemFor(width: number, height: number): string | null {
  const size = `The cover is ${width} × ${height} pixels;`;
  if (width !== height) return `${size} directories take only square ones.`;
  if (width < 1400) return `${size} directories take none below 1400.`;
  if (width > 3000) return `${size} directories take none above 3000.`;
  return null;
}
