import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { JobOrder } from '../../src/store/jobs.ts';
import { filesOf, type Manifest } from '../../src/store/manifest.ts';
import { runUpload, startUpload } from '../cli/run-upload.ts';
import { makeRecording, plainTranscript, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, removeEpisodesDir, spawnServer } from '../serve.ts';

const fixture = join(import.meta.dirname, '..', 'fixtures', 'kill-at.mjs');
const execArgv = ['--import', pathToFileURL(fixture).href];

/** What the upload command is told, with files of `given`; all but the first find the first's episode. */
export const uploads = {
  'a new episode': ['talk.mp3', '--transcript', 'talk.txt', '--date', '2026-01-01'],
  'a new transcript': ['talk.mp3', '--transcript', 'talk.vtt', '--title', 'Another title'],
  'another recording': ['other.wav', '--slug', 'talk', '--replace-recording'],
  'a move': ['talk.mp3', '--slug', 'elsewhere'],
} as const;
export type UploadName = keyof typeof uploads;

export interface KillPoints {
  /** How many calls that change files an upload makes, and how many the server made before. */
  calls(name: UploadName): Promise<{ before: number; all: number }>;
  /** Uploads, kills the server at that call, starts it again, and expects what an undisturbed upload gives. */
  expectRecovery(name: UploadName, at: number): Promise<void>;
  clear(): Promise<void>;
}

/** A folder of files to upload, and a show to upload to, without and with the episode in it. */
export async function prepareKillPoints(): Promise<KillPoints> {
  const given = await mkdtemp(join(tmpdir(), 'alongside-given-'));
  await makeRecording(join(given, 'talk.mp3'));
  await makeRecording(join(given, 'other.wav'), { hz: 300 });
  await writeFile(join(given, 'talk.txt'), plainTranscript);
  await writeFile(join(given, 'talk.vtt'), timedTranscript);
  const without = await newEpisodesDir();
  const first = await spawnServer({ episodesDir: without });
  await first.stop();
  const undisturbed = new Map<UploadName, Promise<{ before: number; all: number; tree: Tree }>>();

  const argsOf = (name: UploadName) =>
    uploads[name].map((arg) => (/^\w+\.\w+$/.test(arg) ? join(given, arg) : arg));
  let withEpisode = '';
  const template = async (name: UploadName) => {
    if (name === 'a new episode') return without;
    await run('a new episode');
    return withEpisode;
  };

  const run = (name: UploadName) => {
    const known = undisturbed.get(name) ?? runUndisturbed(name);
    undisturbed.set(name, known);
    return known;
  };
  const runUndisturbed = async (name: UploadName) => {
    const episodesDir = await copyOf(await template(name));
    const log = `${episodesDir}.log`;
    const server = await spawnServer({ episodesDir, execArgv, settings: { KILL_LOG: log } });
    const before = await lines(log);
    const { code, stderr } = await runUpload(server, argsOf(name));
    if (code !== 0) throw new Error(`An undisturbed upload failed: ${stderr}`);
    await server.stop();
    const result = { before, all: await lines(log), tree: await treeOf(episodesDir) };
    if (name === 'a new episode') withEpisode = episodesDir;
    else await removeEpisodesDir(episodesDir);
    return result;
  };

  return {
    calls: run,
    async expectRecovery(name, at) {
      const { tree: wanted } = await run(name);
      const episodesDir = await copyOf(await template(name));
      const log = `${episodesDir}.log`;
      const settings = { KILL_LOG: log, KILL_AT: String(at) };
      const doomed = await spawnServer({ episodesDir, execArgv, settings });
      const upload = startUpload(doomed, argsOf(name));
      await Promise.race([doomed.ended, upload.done]);
      await doomed.kill();
      const where = `killed at call ${at}: ${(await readFile(log, 'utf8')).trim().split('\n').pop()}`;
      const guid = await promisedGuid(episodesDir);
      await expectWhole(episodesDir, where);

      const port = Number(new URL(doomed.url).port);
      const server = await spawnServer({ episodesDir, port });
      const { code } = await upload.done;
      // Killed before it accepted the upload, the server knows nothing of it; the publisher runs it again.
      const again = code === 0 ? null : await runUpload(server, argsOf(name));
      await server.stop();
      expect([where, again?.code ?? 0, again?.stderr]).toEqual([where, 0, again?.stderr]);
      expect([where, await treeOf(episodesDir)]).toEqual([where, wanted]);
      const guids = await guidsOf(episodesDir);
      if (guid !== null) expect([where, guids]).toEqual([where, [guid]]);
      await removeEpisodesDir(episodesDir);
    },
    async clear() {
      for (const folder of [without, withEpisode]) if (folder) await removeEpisodesDir(folder);
      await rm(given, { recursive: true, force: true });
    },
  };
}

/** A copy with the dates of its files, by which a server knows that they were not touched. */
async function copyOf(episodesDir: string): Promise<string> {
  const copy = await newEpisodesDir();
  await promisify(execFile)('cp', ['-a', episodesDir, copy]);
  return copy;
}

async function lines(file: string): Promise<number> {
  return (await readFile(file, 'utf8')).split('\n').length - 1;
}

async function episodesIn(episodesDir: string): Promise<string[]> {
  const entries = await readdir(episodesDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return folders.map(({ name }) => join(episodesDir, name));
}

async function manifestIn(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'published', 'manifest.json'), 'utf8')) as Manifest;
}

async function guidsOf(episodesDir: string): Promise<string[]> {
  const folders = await episodesIn(episodesDir);
  return Promise.all(folders.map(async (folder) => (await manifestIn(folder)).episode.guid));
}

/** The GUID that an episode or an accepted order has, so that it must never change again. */
async function promisedGuid(episodesDir: string): Promise<string | null> {
  const [there] = await guidsOf(episodesDir);
  if (there !== undefined) return there;
  const jobs = join(episodesDir, '.incoming', 'jobs');
  for (const id of await readdir(jobs)) {
    const text = await readFile(join(jobs, id, 'job.json'), 'utf8').catch(() => null);
    if (text !== null) return (JSON.parse(text) as JobOrder).decided.guid;
  }
  return null;
}

/** Every episode that can be seen has a manifest, and every file that it names, to the last byte. */
export async function expectWhole(episodesDir: string, where: string) {
  for (const folder of await episodesIn(episodesDir)) {
    const manifest = await manifestIn(folder);
    const files = await readdir(join(folder, 'published'));
    expect([where, files]).toEqual([where, expect.arrayContaining(filesOf(manifest))]);
    const audio = await readFile(join(folder, 'published', manifest.episode.audio.file));
    expect([where, hashOf(audio)]).toEqual([where, manifest.episode.audio.sha256]);
  }
}

type Tree = Record<string, string>;

/** Everything there is but the search index, by path, as hashes; what is decided anew in each run is left out of it. */
async function treeOf(episodesDir: string): Promise<Tree> {
  const tree: Tree = {};
  const entries = await readdir(episodesDir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = undated(relative(episodesDir, path));
    if (/^\.search(\/|$)/.test(name)) continue;
    const jsonOfOurs = /(episode|manifest)\.json$/.test(name);
    if (entry.isDirectory()) tree[`${name}/`] = '';
    else if (name === '.public.json') tree[name] = seenIn(await readFile(path, 'utf8'));
    else if (jsonOfOurs) tree[name] = settled(await readFile(path, 'utf8'));
    else tree[name] = hashOf(await readFile(path));
  }
  return tree;
}

/** What the public has seen, without the GUIDs it is kept under. */
function seenIn(json: string): string {
  return settled(JSON.stringify(Object.values(JSON.parse(json).episodes)));
}

function settled(json: string): string {
  const moments = ['at', 'changed', 'corrected', 'until'];
  const chance = ['guid', ...moments, 'content', 'madeFrom', 'madeWith'];
  const value = JSON.stringify(
    JSON.parse(json),
    (key, of) => (chance.includes(key) ? null : of),
    1,
  );
  return undated(value);
}

/** Without the moment in the names of former transcripts. */
function undated(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT\d{6}-(?=[0-9a-f]{8}\.)/g, '');
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
