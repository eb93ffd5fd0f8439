import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifestOf, putEpisode, timedTranscript, writeOld } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'talk', {
    'recording.mp3': null,
    'transcript.vtt': timedTranscript,
    'episode.md': '---\ntitle: A talk\n---\n',
  });
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}${path}`, { headers });
const status = async (path: string) => (await get(path)).status;
const parts = [
  '/episodes/talk/',
  '/embed/talk/',
  '/episodes/talk/transcript.vtt',
  '/episodes/talk/transcript.given',
  '/audio/talk.mp3',
];
const statuses = () => Promise.all(parts.map(status));
const lists = async () => (await get('/feed.xml')).text();
const published = () => join(app.episodesDir, 'talk', 'published');

test('an episode whose published files somebody deletes stays listed, says so, and comes again', async () => {
  const { episode } = await manifestOf(app.episodesDir, 'talk');
  await rm(published(), { recursive: true });
  const seen = new Set<number>();
  const deadline = Date.now() + 20_000;
  for (;;) {
    expect(await lists()).toContain(episode.guid);
    const now = await statuses();
    for (const one of now) seen.add(one);
    if (now.every((one) => one === 200) && seen.has(503)) break;
    expect(Date.now()).toBeLessThan(deadline);
    await sleep(200);
  }
  expect([...seen].sort()).toEqual([200, 503]);
  const made = (await manifestOf(app.episodesDir, 'talk')).episode;
  expect([made.guid, made.audio.sha256]).toEqual([episode.guid, episode.audio.sha256]);
});

test('what cannot be made again stays listed as well, and everybody is told to come back', async () => {
  await app.stop();
  const { episode } = await manifestOf(app.episodesDir, 'talk');
  for (const name of await readdir(published())) {
    if (name !== 'manifest.json') await rm(join(published(), name));
  }
  await writeOld(join(app.episodesDir, 'talk', 'episode.md'), '---\ndate: soon\n---\n');
  app = await startApp({ episodesDir: app.episodesDir });
  expect(await lists()).toContain(episode.guid);
  expect(await statuses()).toEqual(parts.map(() => 503));
  const asProgram = await get('/audio/talk.mp3');
  expect(asProgram.headers.get('retry-after')).toBe('30');
  expect(await asProgram.json()).toMatchObject({ code: 'episode_being_made' });
  const asPerson = await get('/episodes/talk/', { accept: 'text/html' });
  expect([asPerson.status, asPerson.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await asPerson.text()).toContain('is being made again.');
});
