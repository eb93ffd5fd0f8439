import { AlongsideError } from '../episode/error.ts';
import { describeStreams, type Streams } from './describe-streams.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { firstOf, openingIn, plainData, readOpening, refuseByOpening } from './opening.ts';
import { runFfmpeg } from './run-ffmpeg.ts';
import { claimOfWave } from './wave-claim.ts';

/** What a recording says of itself, before anything is decoded. */
export interface Probe {
  /** ffmpeg's name of it: `mp3`, `mov,mp4,m4a,3gp,3g2,mj2`, `ogg`, … */
  container: string;
  /** ffmpeg's name of the first sound in it: `mp3`, `aac`, `opus`, … */
  codec: string;
  /** Which of the ways to publish it: as it is (mp3, m4a), in a new container (adts), or encoded (other). */
  kind: 'mp3' | 'm4a' | 'adts' | 'other';
  /** Seconds, as its header claims; null where it claims nothing and one could only guess. */
  duration: number | null;
  channels: number;
  /** Hz. */
  sampleRate: number;
  /** Bits a second, where known. */
  bitrate: number | null;
  /** Whether its tags have any. */
  chapters: boolean;
}

/**
 * A first look at a recording. Its bytes decide, never its name.
 *
 * @param path where it lies
 * @param name what its owner calls it, for messages
 * @throws recording_empty, recording_is_playlist, recording_not_audio, recording_truncated,
 *   recording_unreadable, and what `runFfmpeg` throws
 */
export async function probe(
  ffmpeg: Ffmpeg,
  path: string,
  { name, signal }: { name: string; signal?: AbortSignal | undefined },
): Promise<Probe> {
  const { opening, lines } = await look(ffmpeg, path, signal);
  refuseByOpening(opening, name);
  const streams = describeStreams(lines, name);
  const { container, codec, channels, sampleRate, bitrate, chapters } = streams;
  const duration = claimOfWave(opening) ?? streams.duration;
  const kind = kindOf(streams, opening.toString('latin1', 8, 12));
  return { container, codec, kind, duration, channels, sampleRate, bitrate, chapters };
}

/**
 * Its first bytes and what ffmpeg lists in it, by one run, since starting ffmpeg takes longer than looking.
 * What cannot be opened as sound is opened once more as plain data, to tell what it is.
 */
async function look(
  ffmpeg: Ffmpeg,
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ opening: Buffer; lines: string[] }> {
  const lines: string[] = [];
  const chunks: Buffer[] = [];
  const list = ['-map', '0:a:0?', '-c', 'copy', '-t', '0', '-f', 'null'];
  try {
    await runFfmpeg(ffmpeg, {
      input: path,
      moreInputs: [plainData(path)],
      outputs: [{ to: 'nowhere', options: list }, firstOf(1)],
      signal,
      timeoutMs: 60_000,
      onLine: (line) => void lines.push(line),
      onStdout: (chunk) => void chunks.push(chunk),
    });
    return { opening: openingIn(chunks), lines };
  } catch (error) {
    // That ffmpeg cannot open it says more in its own lines.
    if (!(error instanceof AlongsideError && error.code === 'ffmpeg_failed')) throw error;
    return { opening: await readOpening(ffmpeg, path, signal), lines };
  }
}

function kindOf({ container, codec, video }: Streams, brand: string): Probe['kind'] {
  if (container === 'mp3' && codec === 'mp3') return 'mp3';
  if (codec !== 'aac') return 'other';
  if (container === 'aac') return 'adts';
  // Browsers differ on QuickTime files, even with the same sound in them.
  return container.includes('mp4') && !video && brand !== 'qt  ' ? 'm4a' : 'other';
}
