import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { findFfmpeg } from '../src/media/ffmpeg.ts';
import { writeTone } from './media/make-sound.ts';

export const plainTranscript = `R: Good morning. Where are we?

F: In a small room,
beside the sea.

It is quiet here.

R: Then let us begin.
`;

export const timedTranscript = `WEBVTT

00:00:00.100 --> 00:00:00.900
<v Ada Finch>Good morning. Where are we?

00:00:01.000 --> 00:00:01.800
<v Jo Marsh>In a small room, beside the sea.
`;

interface Sound {
  hz?: number;
  seconds?: number;
  /** For ffmpeg, of the file it writes. */
  options?: string[];
}

/** Two seconds of tone in the format its ending says; another pitch makes another recording. */
export async function makeRecording(path: string, sound: Sound = {}): Promise<string> {
  const { hz = 440, seconds = 2, options = [] } = sound;
  await mkdir(dirname(path), { recursive: true });
  if (path.endsWith('.wav') && options.length === 0) await writeTone(path, { seconds, hz });
  else await writeFile(path, await encodedOnce(extname(path), hz, seconds, options));
  return path;
}

/** A short M4A in a file as large as one likes: MP4 has boxes of free space. */
export async function makeLarge(path: string, bytes: number): Promise<string> {
  await makeRecording(path);
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  const head = Buffer.alloc(8);
  head.writeUInt32BE(bytes - size, 0);
  head.write('free', 4, 'latin1');
  await file.write(head, 0, 8, size);
  await file.truncate(bytes);
  await file.close();
  return path;
}

const encoded = new Map<string, Promise<Uint8Array>>();

/** Most tests want the same tone: starting ffmpeg for each would take longer than what they test. */
function encodedOnce(ending: string, hz: number, seconds: number, options: string[]) {
  const key = JSON.stringify([ending, hz, seconds, options]);
  const known = encoded.get(key) ?? encode(ending, hz, seconds, options);
  encoded.set(key, known);
  return known;
}

async function encode(ending: string, hz: number, seconds: number, options: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-tone-'));
  const [tone, file] = [join(folder, 'tone.wav'), join(folder, `tone${ending}`)];
  await writeTone(tone, { seconds, hz });
  const ffmpeg = await findFfmpeg(process.env.FFMPEG_PATH ?? null);
  const quiet = ['-nostdin', '-v', 'error', '-y'];
  await promisify(execFile)(ffmpeg.path, [...quiet, '-i', tone, ...options, file]);
  const bytes = await readFile(file);
  await rm(folder, { recursive: true });
  return bytes;
}

/**
 * Puts an episode's files into a folder, dated an hour ago, so that they count as finished at once.
 *
 * @param files text or bytes by name; a name that begins with `recording.` and has null gets a tone
 */
export async function putEpisode(
  episodesDir: string,
  slug: string,
  files: Record<string, string | Uint8Array | null>,
  sound?: Sound,
): Promise<string> {
  const folder = join(episodesDir, slug);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    if (content === null) await makeRecording(path, sound);
    else await writeFile(path, content);
    await makeOld(path);
  }
  return folder;
}

/** Writes a file that looks as if it had lain there for an hour. */
export async function writeOld(path: string, content: string | Uint8Array) {
  await writeFile(path, content);
  await makeOld(path);
}

async function makeOld(path: string) {
  const hourAgo = Date.now() / 1000 - 3600;
  await utimes(path, hourAgo, hourAgo);
}

/** An episode's manifest, as it is on disk. */
export async function manifestOf(episodesDir: string, slug: string) {
  const text = await readFile(join(episodesDir, slug, 'published', 'manifest.json'), 'utf8');
  return JSON.parse(text) as import('../src/store/manifest.ts').Manifest;
}
