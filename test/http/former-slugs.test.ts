import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
const get = (path: string) => fetch(app.url + path, { redirect: 'manual' });
const decided = (formerSlugs: string[]) =>
  JSON.stringify({ version: 1, guid: `guid-${formerSlugs[0]}`, formerSlugs });

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  const recording = { 'recording.mp3': null };
  await putEpisode(episodesDir, 'now', {
    ...recording,
    'transcript.vtt': timedTranscript,
    'episode.json': decided(['once', 'before', 'taken-again']),
  });
  await putEpisode(episodesDir, 'taken-again', recording, { hz: 300 });
  await putEpisode(
    episodesDir,
    'unfinished',
    {
      ...recording,
      'episode.md': '---\ndraft: true\n---\n',
      'episode.json': decided(['unfinished-once']),
    },
    { hz: 350 },
  );
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

describe('an address an episode had before', () => {
  test.each([
    '/episodes/once/',
    '/embed/once/',
    '/audio/once.mp3',
    '/episodes/once/transcript.vtt',
    '/episodes/once/transcript.txt',
    '/episodes/once/transcript.given',
    '/episodes/before/',
  ])('%s leads to the one it has now', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(path.replace(/once|before/, 'now'));
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(app.url + path)).status).toBe(200);
  });

  test('may move back, so nobody keeps the redirect for good', async () => {
    expect((await get('/episodes/once/')).headers.get('cache-control')).toBe('no-cache');
  });

  test('is another episode’s once that has taken it', async () => {
    expect((await get('/episodes/taken-again/')).status).toBe(200);
  });

  test('does not tell of a draft', async () => {
    expect((await get('/episodes/unfinished-once/')).status).toBe(404);
  });

  test('is known to those who embed it', async () => {
    const url = encodeURIComponent(`${app.url}/episodes/once/`);
    const answer = (await (await get(`/oembed?url=${url}`)).json()) as { html: string };
    expect(answer.html).toContain('/embed/now/');
  });
});
