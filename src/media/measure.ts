import type { Loudness, Peaks } from '../episode/episode.ts';
import { AlongsideError } from '../episode/error.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { createPeakMeter } from './peaks.ts';
import { readLoudness } from './read-loudness.ts';
import { deadlineFor, runFfmpeg } from './run-ffmpeg.ts';

export interface Measured {
  /** Seconds that decode. */
  duration: number;
  loudness: Loudness;
  peaks: Peaks;
  /** Plain sentences about what is odd and does not matter enough to refuse it. */
  warnings: string[];
}

export interface MeasureOptions {
  /** What its owner calls it, for messages. */
  name: string;
  /** Seconds its header claims, from `probe`. */
  expected?: number | null;
  signal?: AbortSignal | undefined;
  /** How much is done, 0–1; only where `expected` is known. */
  onProgress?: ((share: number) => void) | undefined;
}

const rate = 8000;

/**
 * Decodes a recording once, to its end: how long it is, how loud, and its outline. Memory does not depend
 * on its length.
 *
 * A recording of which less than half of what its header claims decodes was cut off and is refused; one
 * that lacks less is taken for as long as it lasts, with a warning from one second and two in a hundred on.
 *
 * @throws recording_truncated, recording_unreadable, and what `runFfmpeg` throws
 */
export async function measure(
  ffmpeg: Ffmpeg,
  path: string,
  { name, expected = null, signal, onProgress }: MeasureOptions,
): Promise<Measured> {
  const meter = createPeakMeter();
  const report = byPercent(onProgress);
  const sound = ['-map', '0:a:0'];
  const stderr = await runFfmpeg(ffmpeg, {
    input: path,
    outputs: [
      {
        to: 'nowhere',
        options: [...sound, '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null'],
      },
      { to: 'stdout', options: [...sound, '-ac', '1', '-ar', String(rate), '-f', 's16le'] },
    ],
    signal,
    timeoutMs: deadlineFor(expected),
    // Three days of sound.
    maxOutputBytes: 72 * 3600 * rate * 2,
    onStdout(chunk) {
      meter.take(chunk);
      if (expected) report(meter.samples() / rate / expected);
    },
  }).catch((error: unknown) => {
    if (meter.samples() === 0 && isFailure(error)) throw nothingDecodes(name, expected, error);
    throw error;
  });
  const duration = meter.samples() / rate;
  if (duration === 0) throw nothingDecodes(name, expected, new Error(stderr));
  if (expected && duration < expected / 2) throw truncated(name, expected, duration);
  report(1);
  return {
    duration,
    loudness: readLoudness(stderr, duration),
    peaks: meter.peaks(),
    warnings: shortfall(expected, duration),
  };
}

/** Passes on only what is at least a hundredth more than before. */
function byPercent(onProgress: MeasureOptions['onProgress']): (share: number) => void {
  let told = 0;
  return (share) => {
    const hundredths = Math.min(Math.floor(share * 100), 100);
    if (hundredths <= told) return;
    told = hundredths;
    onProgress?.(hundredths / 100);
  };
}

function isFailure(error: unknown): boolean {
  return error instanceof AlongsideError && error.code === 'ffmpeg_failed';
}

function shortfall(expected: number | null, duration: number): string[] {
  if (!expected || expected - duration < Math.max(1, expected * 0.02)) return [];
  return [
    `The recording's header claims ${expected.toFixed(1)} s, but only ${duration.toFixed(1)} s can be played.`,
  ];
}

function truncated(name: string, expected: number, duration: number, cause?: unknown) {
  return new AlongsideError(
    'recording_truncated',
    `The recording's header claims ${expected.toFixed(1)} s, but only ${duration.toFixed(1)} s of sound are there.`,
    { file: name, remedy: 'Copy it again from where it was recorded, to its end.' },
    cause,
  );
}

function nothingDecodes(name: string, expected: number | null, cause: unknown): AlongsideError {
  if (expected) return truncated(name, expected, 0, cause);
  return new AlongsideError(
    'recording_unreadable',
    'Nothing in this recording can be decoded.',
    { file: name, remedy: 'Play it to see whether it is whole; save it anew as MP3, WAV or FLAC.' },
    cause,
  );
}
