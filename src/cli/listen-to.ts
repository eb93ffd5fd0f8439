import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ask, isAnswer } from '../check/ask.ts';
import type { Listen, Sound, Unheard } from '../check/sound.ts';
import { AlongsideError } from '../episode/error.ts';
import type { Ffmpeg } from '../media/ffmpeg.ts';
import { measure } from '../media/measure.ts';
import { probe } from '../media/probe.ts';

const mostBytes = 1 << 30;
const halfAnHour = 30 * 60;

/** Listens to a recording on the net: fetches it into a temporary file and measures it there. */
export function createListen(ask: Ask, ffmpeg: Ffmpeg): Listen {
  return async (url, signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-check-'));
    try {
      const file = join(folder, 'recording');
      const fetched = await fetchInto(file, ask, url);
      return fetched === null || 'unheard' in fetched
        ? fetched
        : await hear(ffmpeg, file, url, fetched.bytes, signal);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** @returns null where it cannot be had, which another look has told already */
async function fetchInto(
  file: string,
  ask: Ask,
  url: string,
): Promise<{ bytes: number } | Unheard | null> {
  const handle = await open(file, 'w', 0o600);
  try {
    let bytes = 0;
    const result = await ask(url, {
      headers: { 'accept-encoding': 'identity' },
      most: mostBytes,
      seconds: halfAnHour,
      onBytes: async (chunk) => {
        await handle.writeFile(chunk);
        bytes += chunk.length;
      },
    });
    if (!isAnswer(result) || result.status !== 200) return null;
    if (result.whole) return { bytes };
    return { unheard: 'too large', reason: 'The file is larger than a gigabyte.' };
  } finally {
    await handle.close();
  }
}

async function hear(
  ffmpeg: Ffmpeg,
  file: string,
  name: string,
  bytes: number,
  signal: AbortSignal | undefined,
): Promise<Sound | Unheard> {
  try {
    const { duration: expected, channels } = await probe(ffmpeg, file, { name, signal });
    const { duration, loudness } = await measure(ffmpeg, file, { name, expected, signal });
    const { integrated, truePeak } = loudness;
    return { duration, bitrate: (bytes * 8) / duration, channels, integrated, truePeak };
  } catch (error) {
    const isItsFault =
      error instanceof AlongsideError && /^(?:recording_|ffmpeg_failed)/.test(error.code);
    if (!isItsFault) throw error;
    return { unheard: 'unreadable', reason: error.message };
  }
}
