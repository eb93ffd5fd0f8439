import { spawnSync } from 'node:child_process';
import { rate } from './speak.ts';

/** What directories ask of speech: LUFS over the whole, and a ceiling for the peaks in dB. */
const target = { loudness: -15.8, peak: -2 };
/** Brings quiet and loud words a little closer together. */
const even = 'acompressor=threshold=-24dB:ratio=2.2:attack=8:release=140:knee=6';
/** A breath of air under everything: between words, absolute silence sounds like a fault. */
const air = `anoisesrc=color=brown:amplitude=0.003:seed=7:sample_rate=${rate}`;
const input = `-f s16le -ar ${rate} -ac 1 -i pipe:0`;

/** Sets the loudness and writes a small MP3 with the tags and chapters of an ffmetadata file. */
export function encode(sound: Buffer, tags: string, file: string): void {
  const gain = target.loudness - loudnessOf(sound);
  const level = `volume=${gain}dB,alimiter=limit=${target.peak}dB:level=0`;
  const mixed = `[0]${even},${level}[v];${air}[a];[v][a]amix=duration=first:normalize=0`;
  const mp3 = '-map_metadata 1 -map_chapters 1 -c:a libmp3lame -b:a 64k -id3v2_version 3 -y';
  ffmpeg(
    [...input.split(' '), '-i', tags, '-filter_complex', mixed, ...mp3.split(' '), file],
    sound,
  );
}

function loudnessOf(sound: Buffer): number {
  const heard = ffmpeg([...input.split(' '), '-af', `${even},ebur128`, '-f', 'null', '-'], sound);
  return Number(/Summary:\s+Integrated loudness:\s+I:\s+(-?[\d.]+)/.exec(heard)?.[1]);
}

function ffmpeg(args: string[], sound: Buffer): string {
  const run = spawnSync('ffmpeg', ['-hide_banner', ...args], { input: sound, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`ffmpeg could not do it: ${run.stderr}`);
  return run.stderr;
}
