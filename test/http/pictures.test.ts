import { createHash } from 'node:crypto';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifestOf, putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
let given: Buffer;
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  given = await readFile(join(import.meta.dirname, '..', '..', 'public', 'default-cover.jpg'));
  await putEpisode(episodesDir, 'talk', { 'recording.mp3': null, 'cover.jpg': given });
  const folder = await putEpisode(episodesDir, 'heavy', { 'recording.mp3': null }, { hz: 300 });
  await writeFile(join(folder, 'cover.jpg'), given);
  await truncate(join(folder, 'cover.jpg'), (64 << 20) + 1);
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

test('a cover is served as given, and small, each under the hash of its own bytes', async () => {
  const { cover } = (await manifestOf(app.episodesDir, 'talk')).episode;
  const page = await (await fetch(`${app.url}/episodes/talk/`)).text();
  const small = `/art/talk-${cover?.small.hash.slice(0, 12)}-small.jpg`;
  expect(page).toContain(`src="${small}"`);
  expect(cover?.hash).toBe(hashOf(given));
  for (const [path, hash] of [
    [`/art/talk-${cover?.hash.slice(0, 12)}.jpg`, cover?.hash],
    [small, cover?.small.hash],
  ]) {
    const response = await fetch(app.url + path);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('etag')).toBe(`"${hash?.slice(0, 32)}"`);
    expect(hashOf(new Uint8Array(await response.arrayBuffer()))).toBe(hash);
  }
  expect((await fetch(`${app.url}/art/talk-000000000000.jpg`)).status).toBe(404);
});

test('a cover that is far too large is left out with a warning, and the episode is there', async () => {
  expect((await fetch(`${app.url}/episodes/heavy/`)).status).toBe(200);
  const { episode, report } = await manifestOf(app.episodesDir, 'heavy');
  expect(episode.cover).toBeNull();
  expect(report.warnings.join(' ')).toContain('The file is far too large for a cover.');
});
