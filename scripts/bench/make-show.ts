import { copyFile, link, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedTranscript } from '../../src/episode/episode.ts';
import { type Transcript, timingOf, wordsOfTurn } from '../../src/episode/transcript.ts';
import { describePicture } from '../../src/media/picture.ts';
import { madeWith } from '../../src/publish/make-episode.ts';
import { newDecided, writeDecided } from '../../src/store/decided.ts';
import { findGivenFiles, fingerprint } from '../../src/store/given-files.ts';
import { hashOf } from '../../src/store/hash-file.ts';
import { episodeFolder, layoutOf, publishedFolder } from '../../src/store/layout.ts';
import { filesOf, type Manifest, readManifest, writeManifest } from '../../src/store/manifest.ts';
import { readShow } from '../../src/store/show.ts';
import { writeTranscript } from '../../src/transcript/write.ts';
import type { Bench } from './bench.ts';
import { lengthen } from './lengthen.ts';
import { makeCover } from './make-cover.ts';
import { makeSound } from './make-sound.ts';
import { makeText, makeTranscript, pace } from './make-words.ts';
import { publish } from './publish.ts';
import { runServer } from './run-server.ts';

/** Transcripts that differ; the episodes share their files. */
const differentTranscripts = 20;
const day = 24 * 3_600_000;
const settled = new Date('2026-01-01T00:00:00Z');

interface Words {
  /** The model as `published/` keeps it, and the file as a publisher would give it. */
  model: string;
  given: string;
  about: PublishedTranscript;
}

/**
 * Makes a show of many published episodes: one is published by the server, so that everything is as the
 * server leaves it, and the others are copies of it with their own GUID, title, date, notes and transcript.
 *
 * @param size episodes, and words in each transcript; where they are to be whole, they have a cover,
 *   chapters, and a sound as long as their words take, else three seconds of it and neither of the others
 * @returns the show's folder and the episodes' slugs, newest first
 */
export async function makeShow(
  { server, ffmpeg, scratch }: Pick<Bench, 'server' | 'ffmpeg' | 'scratch'>,
  size: {
    name: string;
    episodes: number;
    words: number;
    whole?: boolean;
    /** Where transcripts are to be others than `makeTranscript` makes, and how many differ. */
    said?: { make: (words: number, seed: number) => Transcript; different: number };
  },
): Promise<{ folder: string; slugs: string[] }> {
  const cover = size.whole ? join(scratch, `${size.name}.jpg`) : null;
  if (cover !== null) await makeCover(ffmpeg, cover);
  const first = await publishOne(server, ffmpeg, join(scratch, `${size.name}-first`), cover);
  if (cover !== null) await lengthen(first.episode, ffmpeg, size.words * pace);
  const folder = join(scratch, size.name);
  await mkdir(folder);
  for (const file of ['show.yaml', 'cover.jpg']) {
    await copyFile(join(first.show, file), join(folder, file));
  }
  const show = await readShow(layoutOf(folder), null, describePicture);
  const words: Words[] = [];
  const { make, different } = size.said ?? {
    make: makeTranscript,
    different: differentTranscripts,
  };
  for (let seed = 1; seed <= Math.min(different, size.episodes); seed += 1) {
    words.push(await writeWords(scratch, `${size.name}-${seed}`, make(size.words, seed)));
  }
  const slugs: string[] = [];
  for (let at = 0; at < size.episodes; at += 1) {
    const slug = `talk-${at + 1}`;
    const said = words[at % words.length] as Words;
    const home = episodeFolder(layoutOf(folder), slug);
    const manifest = await copyEpisode(first.episode, home, at, said);
    await settle(home);
    const decided = { ...newDecided(), guid: manifest.episode.guid, date: manifest.episode.date };
    await writeDecided(home, decided);
    const madeFrom = await fingerprint(home, await findGivenFiles(home));
    await writeManifest(home, { ...manifest, madeFrom, madeWith: madeWith(show, decided) });
    slugs.push(slug);
  }
  return { folder, slugs };
}

/** Dates the given files back, since a server waits for files that were written just now. */
async function settle(folder: string) {
  const given = Object.values(await findGivenFiles(folder)).filter((name) => name !== null);
  for (const name of given) await utimes(join(folder, name), settled, settled);
}

async function publishOne(
  main: string,
  ffmpeg: Bench['ffmpeg'],
  show: string,
  cover: string | null,
) {
  await mkdir(show);
  const sound = `${show}.mp3`;
  const transcript = `${show}.txt`;
  await makeSound(ffmpeg, sound, 3);
  await writeFile(transcript, 'R: What is measured here?\n\nF: The server, not the sound.\n');
  const server = await runServer(main, show);
  try {
    const given = { transcript, title: 'The first', ...(cover !== null && { cover }) };
    const slug = await publish(server, sound, given);
    return { show, episode: episodeFolder(layoutOf(show), slug) };
  } finally {
    await server.stop();
  }
}

async function writeWords(scratch: string, name: string, transcript: Transcript) {
  const text = JSON.stringify(transcript);
  const hash = hashOf(text);
  const model = join(scratch, `${name}.json`);
  const given = join(scratch, `${name}.vtt`);
  await writeFile(model, text);
  await writeFile(given, writeTranscript(transcript, 'vtt'));
  const about: PublishedTranscript = {
    file: `transcript-${hash.slice(0, 16)}.json`,
    given: 'transcript.vtt',
    copy: null,
    hash,
    timing: timingOf(transcript),
    words: transcript.turns.reduce((sum, turn) => sum + [...wordsOfTurn(turn)].length, 0),
    turns: transcript.turns.length,
    speakers: transcript.speakers,
  };
  return { model, given, about };
}

async function copyEpisode(from: string, to: string, at: number, said: Words): Promise<Manifest> {
  const made = await readManifest(from);
  const { recording, cover } = await findGivenFiles(from);
  if (made === null || recording === null) throw new Error('the first episode is not there');
  await mkdir(publishedFolder(to), { recursive: true });
  for (const file of [recording, cover]) {
    if (file !== null) await link(join(from, file), join(to, file));
  }
  const others = ['manifest.json', made.episode.transcript?.file];
  for (const file of filesOf(made).filter((name) => !others.includes(name))) {
    await link(join(publishedFolder(from), file), join(publishedFolder(to), file));
  }
  await link(said.given, join(to, said.about.given));
  await link(said.model, join(publishedFolder(to), said.about.file));
  const title = `${makeText(6, at + 1)} ${at + 1}`;
  const date = new Date(Date.UTC(2026, 0, 1) - at * day).toISOString();
  const notes = [40, 60, 50].map((words, part) => makeText(words, at * 3 + part)).join('\n\n');
  const tags = [`subject-${at % 40}`, `place-${at % 7}`];
  const fields = { title, date, tags, description: makeText(24, at) };
  await writeFile(join(to, 'episode.md'), `---\n${JSON.stringify(fields)}\n---\n\n${notes}\n`);
  const guid = crypto.randomUUID();
  const episode = {
    ...made.episode,
    ...fields,
    notes,
    guid,
    changed: date,
    transcript: said.about,
  };
  return { ...made, episode };
}
