import { link, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chapter, Peaks } from '../../src/episode/episode.ts';
import type { Ffmpeg } from '../../src/media/ffmpeg.ts';
import { peakPoints } from '../../src/media/peaks.ts';
import { makeDerived } from '../../src/store/derived-file.ts';
import { publishedFolder } from '../../src/store/layout.ts';
import { readManifest, writeManifest } from '../../src/store/manifest.ts';
import { createChance } from './chance.ts';
import { makeLongSound } from './make-sound.ts';
import { makeText } from './make-words.ts';

/** Seconds from one chapter to the next. */
const chapterLength = 400;

/**
 * Gives a published episode a sound of that many seconds, with the outline and the chapters of a long
 * conversation. Publishing would measure the sound for a minute, and of noise it would learn nothing.
 */
export async function lengthen(folder: string, ffmpeg: Ffmpeg, seconds: number) {
  const made = await readManifest(folder);
  if (made === null) throw new Error('there is no episode to lengthen');
  const published = publishedFolder(folder);
  const { file, bytes, sha256 } = await makeDerived(
    published,
    { stem: 'audio', ending: 'mp3' },
    (path) => makeLongSound(ffmpeg, path, seconds),
  );
  const recording = join(folder, 'recording.mp3');
  await rm(recording);
  await link(join(published, file), recording);
  const outline = JSON.stringify(makePeaks());
  const waveform = await makeDerived(published, { stem: 'waveform', ending: 'json' }, outline);
  const bitrate = Math.round((bytes * 8) / seconds);
  await writeManifest(folder, {
    ...made,
    recording: { ...made.recording, sha256 },
    episode: {
      ...made.episode,
      audio: { ...made.episode.audio, file, bytes, sha256, bitrate, duration: seconds },
      waveform: { file: waveform.file },
      chapters: makeChapters(seconds),
    },
  });
}

/** Speech comes and goes, and somebody laughs now and then. */
function makePeaks(): Peaks {
  const chance = createChance(5);
  return Array.from({ length: peakPoints }, () => Math.round(20 + 80 * chance() ** 1.5));
}

function makeChapters(seconds: number): Chapter[] {
  return Array.from({ length: Math.ceil(seconds / chapterLength) }, (_, at) => ({
    start: at * chapterLength,
    title: makeText(4, 900 + at),
  }));
}
