import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { sampleRate } from '../../../src/align/sample-rate.ts';
import type { Ffmpeg } from '../../../src/media/ffmpeg.ts';

/** Mono samples at `sampleRate`, from -1 to 1. */
export type Sound = Float32Array;

const run = promisify(execFile);

export function silence(seconds: number): Sound {
  return new Float32Array(Math.round(seconds * sampleRate));
}

/** Seconds that a sound lasts. */
export function lengthOf(sound: Sound): number {
  return sound.length / sampleRate;
}

export function beginningOf(sound: Sound, seconds: number): Sound {
  return sound.subarray(0, Math.round(seconds * sampleRate));
}

export function joinSounds(parts: Sound[]): Sound {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Root mean square of the samples. */
export function levelOf(sound: Sound): number {
  let sum = 0;
  for (const sample of sound) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, sound.length));
}

export function amplify(sound: Sound, gain: number): Sound {
  return sound.map((sample) => sample * gain);
}

/** The sum of two sounds; the second begins with the first and is cut where that ends. */
export function mix(sound: Sound, other: Sound): Sound {
  return sound.map((sample, at) => sample + (other[at] ?? 0));
}

/** Writes sounds one after another into a WAV file of 16-bit PCM; returns how many seconds they last. */
export async function writeWave(
  path: string,
  sounds: Iterable<Sound> | AsyncIterable<Sound>,
): Promise<number> {
  const file = await open(path, 'w');
  let samples = 0;
  try {
    await file.write(waveHeader(0));
    for await (const sound of sounds) {
      await file.write(toPcm(sound));
      samples += sound.length;
    }
    await file.write(waveHeader(samples), 0, headerLength, 0);
  } finally {
    await file.close();
  }
  return samples / sampleRate;
}

/** A sound as an MP3 file of that bit rate, such as `32k`. */
export async function encode(ffmpeg: Ffmpeg, wave: string, bitRate: string): Promise<string> {
  const path = wave.replace(/\.wav$/, '.mp3');
  await run(ffmpeg.path, ['-nostdin', '-y', '-v', 'error', '-i', wave, '-b:a', bitRate, path]);
  return path;
}

/** @param pcm signed 16-bit samples, little end first */
export function fromPcm(pcm: Buffer): Sound {
  const sound = new Float32Array(pcm.length >> 1);
  for (let at = 0; at < sound.length; at += 1) sound[at] = pcm.readInt16LE(2 * at) / 32_768;
  return sound;
}

/** Signed 16-bit samples, little end first. */
function toPcm(sound: Sound): Buffer {
  const bytes = Buffer.alloc(2 * sound.length);
  for (const [at, sample] of sound.entries()) {
    bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))), 2 * at);
  }
  return bytes;
}

/** Bytes before the samples of a WAV file: RIFF, `fmt ` for PCM, `data`. */
export const headerLength = 44;

function waveHeader(samples: number): Buffer {
  const header = Buffer.alloc(headerLength);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + 2 * samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(2 * sampleRate, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(2 * samples, 40);
  return header;
}
