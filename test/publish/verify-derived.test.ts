import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyDerived } from '../../src/publish/verify-derived.ts';
import type { Catalogue } from '../../src/store/catalogue.ts';
import { layoutOf } from '../../src/store/layout.ts';
import type { Manifest } from '../../src/store/manifest.ts';
import { manifestOf, plainTranscript, putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';
import { failWrites } from './fail-writes.ts';

let episodesDir: string;
let app: StartedApp;
beforeAll(async () => {
  episodesDir = await newEpisodesDir();
  for (const slug of ['talk', 'both']) {
    await putEpisode(episodesDir, slug, {
      'recording.mp3': null,
      'transcript.txt': plainTranscript,
    });
  }
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

/** Changes one byte and nothing else, as a disk does. */
async function spoil(path: string, at = 100) {
  const { atime, mtime } = await stat(path);
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(path, bytes);
  await utimes(path, atime, mtime);
}

/** One round over an episode. */
async function verify(slug: string) {
  const manifest = await manifestOf(episodesDir, slug);
  const [log, remade]: string[][] = [[], []];
  const catalogue = {
    slugs: () => [slug],
    manifest: (): Manifest => manifest,
    put: () => {},
  } as unknown as Catalogue;
  const verifying = verifyDerived(
    { layout: layoutOf(episodesDir), catalogue },
    {
      busy: () => [],
      republish: (one) => remade?.push(one),
      log: { info: () => {}, error: (_facts, line) => log?.push(line) },
      begin: 0,
    },
  );
  await sleep(800);
  await verifying.stop();
  return { log, remade };
}

test('files that are as their names say are left alone', async () => {
  expect(await verify('talk')).toEqual({ log: [], remade: [] });
});

test('a damaged file is not taken away where the disk has no room for another', async () => {
  const { episode } = await manifestOf(episodesDir, 'talk');
  const path = join(episodesDir, 'talk', 'published', episode.waveform.file);
  const before = await readFile(path);
  await spoil(path, 20);
  const mend = failWrites({ [join(episodesDir, 'talk')]: 'ENOSPC' });
  const { log, remade } = await verify('talk').finally(mend);
  expect(log).toEqual([expect.stringMatching(/is damaged and cannot be made anew.*disk is full/)]);
  expect(remade).toEqual([]);
  expect(await readFile(path)).not.toEqual(before);
  await writeFile(path, before);
  expect((await fetch(`${app.url}/episodes/talk/`)).status).toBe(200);
});

test('a damaged file is made again, the same, and the episode stays public', async () => {
  const { episode } = await manifestOf(episodesDir, 'talk');
  const path = join(episodesDir, 'talk', 'published', episode.audio.file);
  const before = await readFile(path);
  // A server that runs would be quicker.
  await app.stop();
  await spoil(path);
  const { log, remade } = await verify('talk');
  expect(log).toEqual([`talk/published/${episode.audio.file} was damaged and is made anew.`]);
  expect(remade).toEqual(['talk']);
  expect((await manifestOf(episodesDir, 'talk')).soundKey).toBe('');
  app = await startApp({ episodesDir });
  expect(await readFile(path)).toEqual(before);
  expect((await fetch(`${app.url}/episodes/talk/`)).status).toBe(200);
});

test('a file that somebody writes into is made again while the server runs', async () => {
  const { episode } = await manifestOf(episodesDir, 'talk');
  const path = join(episodesDir, 'talk', 'published', episode.transcript?.file ?? '');
  const before = await readFile(path);
  // The server must have looked once before a change can be one.
  await sleep(2500);
  await writeFile(path, 'not a transcript');
  await expect.poll(() => readFile(path).catch(() => null), { timeout: 15_000 }).toEqual(before);
  expect((await fetch(`${app.url}/episodes/talk/`)).status).toBe(200);
});

test('where the recording is damaged as well, nothing is touched, and the log says what to do', async () => {
  const { episode } = await manifestOf(episodesDir, 'both');
  const published = join(episodesDir, 'both', 'published');
  await spoil(join(episodesDir, 'both', 'recording.mp3'));
  await spoil(join(published, episode.audio.file));
  const before = await readdir(published);
  const { log, remade } = await verify('both');
  expect(log).toEqual([
    expect.stringMatching(/so is the recording.*npm run restore .*--slug both/),
  ]);
  expect(remade).toEqual([]);
  expect(await readdir(published)).toEqual(before);
});
