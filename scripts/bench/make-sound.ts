import { execFile } from 'node:child_process';
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

/** How long ffmpeg takes to decode a file and do nothing with it, ms. */
export async function plainDecode(ffmpeg: Ffmpeg, path: string): Promise<number> {
  const args = ['-hide_banner', '-nostdin', '-i', path, '-f', 'null', '-'];
  return (await timed(() => run(ffmpeg.path, args))).ms;
}
