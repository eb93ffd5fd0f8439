import { writeFile } from 'node:fs/promises';

export interface Tone {
  seconds: number;
  channels?: number;
  hz?: number;
  /** 0–1 of full scale. */
  amplitude?: number;
  sampleRate?: number;
}

/** Writes a WAV file with a steady sine tone, the same in every channel. */
export function writeTone(path: string, tone: Tone): Promise<void> {
  const { hz = 440, amplitude = 0.25, ...shape } = tone;
  return writeSound(path, shape, (time) => amplitude * Math.sin(2 * Math.PI * hz * time));
}

/**
 * Writes a WAV file with something like speech: syllables of changing loudness with short pauses between,
 * and sharp peaks far above the rest. The same every time.
 */
export function writeSpeechlike(path: string, tone: Tone): Promise<void> {
  const { hz = 140, amplitude = 0.1, ...shape } = tone;
  let noise = 1;
  return writeSound(path, shape, (time) => {
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.7 * time)) ** 2;
    const phrase = time % 4 < 3.2 ? 1 : 0;
    const stress = 0.3 + 0.7 * Math.abs(Math.sin(1.3 * time));
    noise = (noise * 16807) % 2147483647;
    const hiss = 0.2 * (noise / 1073741823 - 1);
    const click = time % 1 < 0.0008 ? 5 : 1;
    let voice = hiss;
    for (let part = 1; part <= 6; part += 1)
      voice += Math.sin(2 * Math.PI * hz * part * time) / part;
    return Math.max(-0.99, Math.min(0.99, amplitude * click * syllable * phrase * stress * voice));
  });
}

/** Writes a 16-bit WAV file of a signal: −1 to 1 for each moment in seconds. */
export async function writeSound(
  path: string,
  { seconds, channels = 1, sampleRate = 44_100 }: Tone,
  signal: (time: number) => number,
): Promise<void> {
  const frames = Math.round(seconds * sampleRate);
  const data = Buffer.alloc(frames * channels * 2);
  for (let frame = 0; frame < frames; frame += 1) {
    const value = Math.round(signal(frame / sampleRate) * 32767);
    for (let channel = 0; channel < channels; channel += 1) {
      data.writeInt16LE(value, (frame * channels + channel) * 2);
    }
  }
  await writeFile(path, Buffer.concat([header(data.length, channels, sampleRate), data]));
}

function header(bytes: number, channels: number, sampleRate: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(sampleRate, 24);
  head.writeUInt32LE(sampleRate * channels * 2, 28);
  head.writeUInt16LE(channels * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(bytes, 40);
  return head;
}
