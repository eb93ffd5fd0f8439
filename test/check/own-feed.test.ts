import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAsk } from '../../src/check/ask.ts';
import { checkFeed, type Report } from '../../src/check/check-feed.ts';
import { putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

const sample = join(import.meta.dirname, '..', '..', 'episodes');
let app: StartedApp;

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  const names = ['show.yaml', 'people.yaml', 'cover.jpg', 'the-sound-of-an-empty-room'];
  for (const name of names) {
    await cp(join(sample, name), join(episodesDir, name), {
      recursive: true,
      filter: (path) => !path.includes('published'),
    });
  }
  // The sample's own transcripts take a while to be aligned; this one has its times.
  await putEpisode(episodesDir, 'spoken', {
    'recording.mp3': null,
    'transcript.vtt': timedTranscript,
    'episode.md': '---\ntitle: Spoken\n---\nAbout a room beside the sea.\n',
  });
  // A public address that leads nowhere, as it may from inside.
  app = await startApp({ episodesDir, settings: { PUBLIC_URL: 'https://sample.invalid/show' } });
}, 60_000);
afterAll(() => app?.close());

const ask = async (query = '', token = app.token) =>
  fetch(`${app.url}/api/check${query}`, { headers: { authorization: `Bearer ${token}` } });

test('the sample show’s own feed has no errors and no warnings', async () => {
  const report = (await (await ask()).json()) as Report;
  expect(report.findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
  expect(report.url).toBe('https://sample.invalid/show/feed.xml');
  expect(report.looked).toMatchObject({ episodes: 2, opened: 2, heard: 2, redirects: 0 });
});

test('the same show has no errors at the address it listens on', async () => {
  const reachedAt = (url: string) => url.replace('https://sample.invalid', app.url);
  const report = await checkFeed('https://sample.invalid/show/feed.xml', {
    ...{ ask: createAsk({ reachedAt }), episodes: 3, listen: null },
  });
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('one episode is told of alone', async () => {
  const response = await ask('?slug=spoken');
  const { findings, looked } = (await response.json()) as Report;
  expect([response.status, looked.opened]).toEqual([200, 1]);
  expect(findings.every(({ episode }) => episode !== null)).toBe(true);
});

test('an episode that is not there, a count that is none and a wrong token are refused', async () => {
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
  expect(await codeOf(await ask('?slug=no-such'))).toBe('episode_not_found');
  expect(await codeOf(await ask('?episodes=some'))).toBe('request_invalid');
  expect(await codeOf(await ask('', 'x'.repeat(32)))).toBe('unauthorized');
});
