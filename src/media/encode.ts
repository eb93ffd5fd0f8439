import type { Chapter } from '../episode/episode.ts';
import { printChapters } from './chapters.ts';
import type { Input } from './command.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { correct, firstLevel, type Level, levelFilters } from './level.ts';
import { type Measured, measure } from './measure.ts';
import { pictureInput, smallJpeg } from './picture-input.ts';
import { deadlineFor, runFfmpeg } from './run-ffmpeg.ts';

export interface EncodeOptions {
  /** Of the input, by `measure`. */
  measured: Measured;
  /** Of the input: one stays one, all others become two. */
  channels: number;
  tags: { title: string; artist: string; album: string; date: string };
  chapters: Chapter[];
  /** A JPEG or PNG to put in, or null. */
  coverPath: string | null;
  signal?: AbortSignal | undefined;
  /** How much is done, 0–1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Encoding overshoots in ways one cannot compute: so we listen to the result, and try again if need be. */
const mostTries = 3;

/** Pixels of the cover inside the file: enough for any player's screen, and a few dozen kilobytes. */
const coverEdge = 1000;

/**
 * Makes the MP3 that is served: 44.1 kHz, constant bit rate (mono 96, stereo 128 kbit/s), −16 LUFS within
 * half a unit, true peak at most −1 dBTP of the encoded sound, with ID3v2.3 tags, cover and chapters.
 *
 * Gain is the same from beginning to end, at most +30 dB, so that silence does not become noise; what then
 * goes over the peak is limited. Where both cannot be had, the peak is kept and the loudness is less. The
 * same input and ffmpeg give the same bytes.
 *
 * @returns what was measured of the result
 * @throws cover_unreadable, and what `runFfmpeg` and `measure` throw
 */
export async function encodeMp3(
  ffmpeg: Ffmpeg,
  input: string,
  output: string,
  options: EncodeOptions,
): Promise<Measured> {
  const { measured, signal, onProgress } = options;
  const { duration } = measured;
  let level = firstLevel(measured.loudness);
  for (let tried = 1; ; tried += 1) {
    const report = (share: number) => {
      if (tried === 1) onProgress?.(share);
    };
    await encodeOnce(ffmpeg, input, output, options, level, (seconds) =>
      report(0.75 * Math.min(seconds / duration, 1)),
    );
    const result = await measure(ffmpeg, output, {
      name: 'the encoded MP3',
      expected: duration,
      signal,
      onProgress: (share) => report(0.75 + 0.25 * share),
    });
    const better = correct(level, result.loudness);
    if (better === null || tried === mostTries) return result;
    level = better;
  }
}

/**
 * Puts AAC without a container (ADTS) into an M4A file as it is, so that players can seek in it.
 *
 * @throws what `runFfmpeg` throws
 */
export async function remuxM4a(
  ffmpeg: Ffmpeg,
  input: string,
  output: string,
  { signal }: { signal?: AbortSignal | undefined },
): Promise<void> {
  const copy = ['-map', '0:a:0', '-c', 'copy', '-bsf:a', 'aac_adtstoasc', '-map_metadata', '-1'];
  const container = ['-fflags', '+bitexact', '-movflags', '+faststart', '-f', 'ipod'];
  const outputs = [{ to: { file: output }, options: [...copy, ...container] }];
  await runFfmpeg(ffmpeg, { input, outputs, signal, timeoutMs: 10 * 60_000 });
}

async function encodeOnce(
  ffmpeg: Ffmpeg,
  input: string,
  output: string,
  { measured, channels, tags, chapters, coverPath, signal }: EncodeOptions,
  level: Level,
  onProgress: (seconds: number) => void,
): Promise<void> {
  const mono = channels === 1;
  const more: Input[] = [];
  const parts = ['-map', '0:a:0', '-map_metadata:g', '-1', '-map_metadata:s:a', '-1'];
  const chaptersFrom = chapters.length > 0 ? '1' : '-1';
  if (chapters.length > 0) {
    const text = printChapters(chapters, measured.duration);
    more.push({ from: { text }, formats: 'ffmetadata', options: ['-f', 'ffmetadata'] });
  }
  if (coverPath !== null) {
    more.push(await pictureInput(ffmpeg, coverPath, signal));
    parts.push('-map', `${more.length}:v:0`, ...smallJpeg(coverEdge));
    parts.push('-disposition:v', 'attached_pic');
    parts.push('-metadata:s:v', 'title=Cover', '-metadata:s:v', 'comment=Cover (front)');
  }
  const sound = ['-c:a', 'libmp3lame', '-b:a', mono ? '96k' : '128k', '-ar', '44100'];
  const file = ['-id3v2_version', '3', '-write_xing', '1', '-fflags', '+bitexact', '-f', 'mp3'];
  await runFfmpeg(ffmpeg, {
    input,
    moreInputs: more,
    outputs: [
      {
        to: { file: output },
        options: [
          ...[...parts, '-map_chapters', chaptersFrom],
          ...['-filter:a', levelFilters(level, mono ? 'mono' : 'stereo').join(',')],
          ...[...sound, '-flags:a', '+bitexact', ...tagOptions(tags), ...file],
        ],
      },
    ],
    signal,
    timeoutMs: deadlineFor(measured.duration),
    onProgress,
  });
}

function tagOptions(tags: EncodeOptions['tags']): string[] {
  const values = Object.entries({ ...tags, date: tags.date.slice(0, 10) });
  return values
    .map(([name, value]) => `${name}=${value.replace(/\p{Cc}/gu, ' ').trim()}`)
    .flatMap((pair) => (pair.endsWith('=') ? [] : ['-metadata', pair]));
}
