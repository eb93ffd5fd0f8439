import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Ffmpeg } from '../../src/media/ffmpeg.ts';
import { timed } from './figures.ts';

const run = promisify(execFile);

/** Something with the rhythm and the spectrum of speech, mono, in the format the file's ending names. */
export async function makeSound(ffmpeg: Ffmpeg, path: string, seconds: number) {
  const syllables = `anoisesrc=color=pink:amplitude=0.4:seed=7:duration=${seconds},tremolo=f=2.7:d=0.9`;
  const mp3 = path.endsWith('.mp3') ? ['-b:a', '96k'] : [];
  const args = ['-hide_banner', '-nostdin', '-y', '-f', 'lavfi', '-i', syllables, '-ac', '1'];
  await run(ffmpeg.path, [...args, ...mp3, path]);
}

/** The same by the hour in a moment, as MP3: some minutes of it over and over. */
export async function makeLongSound(ffmpeg: Ffmpeg, path: string, seconds: number) {
  const part = `${path}.part.mp3`;
  await makeSound(ffmpeg, part, Math.min(seconds, 150));
  const args = ['-hide_banner', '-nostdin', '-y', '-stream_loop', '-1', '-i', part];
  await run(ffmpeg.path, [...args, '-t', String(seconds), '-c', 'copy', '-f', 'mp3', path]);
  await rm(part);
}

/** How long ffmpeg takes to decode a file and do nothing with it, ms. */
export async function plainDecode(ffmpeg: Ffmpeg, path: string): Promise<number> {
  const args = ['-hide_banner', '-nostdin', '-i', path, '-f', 'null', '-'];
  return (await timed(() => run(ffmpeg.path, args))).ms;
}
