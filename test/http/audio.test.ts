import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
let given: Buffer;
let etag: string;
const ask = (headers: Record<string, string> = {}, method = 'GET', name = 'talk.mp3') =>
  fetch(`${app.url}/audio/${name}`, { method, headers, redirect: 'manual' });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  const folder = await putEpisode(episodesDir, 'talk', { 'recording.mp3': null });
  await putEpisode(episodesDir, 'raw', { 'recording.m4a': null }, { hz: 300 });
  await putEpisode(episodesDir, 'lost', { 'recording.mp3': null }, { hz: 500 });
  app = await startApp({ episodesDir });
  given = await readFile(join(folder, 'recording.mp3'));
  etag = (await ask()).headers.get('etag') ?? '';
});
afterAll(() => app?.close());

describe('the enclosure', () => {
  test('is the recording, byte for byte', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('audio/mpeg');
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect((await bytesOf(response)).equals(given)).toBe(true);
  });

  test('answers HEAD with the length and without a body', async () => {
    const response = await ask({}, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(given.length));
    expect((await bytesOf(response)).length).toBe(0);
  });

  test('may be fetched by players of other sites', async () => {
    expect((await ask()).headers.get('access-control-allow-origin')).toBe('*');
  });

  test('of AAC in MP4 is an .m4a under its own address', async () => {
    const response = await ask({}, 'HEAD', 'raw.m4a');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/mp4']);
  });

  test('under its other ending leads to the one there is', async () => {
    const response = await ask({}, 'GET', 'raw.mp3');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/audio/raw.m4a']);
    expect((await ask({}, 'GET', 'talk.exe')).status).toBe(404);
  });
});

describe('a range', () => {
  test.each([
    ['bytes=0-1', 0, 1],
    ['bytes=100-199', 100, 199],
    ['bytes=500-', 500, null],
    ['bytes=-300', -300, null],
    ['bytes=100-99999999', 100, null],
  ])('%s is answered with those bytes', async (range, from, to) => {
    const response = await ask({ range });
    const end = to === null ? given.length : to + 1;
    const start = from < 0 ? given.length + from : from;
    expect(response.status).toBe(206);
    const place = `bytes ${start}-${end - 1}/${given.length}`;
    expect(response.headers.get('content-range')).toBe(place);
    expect(response.headers.get('content-length')).toBe(String(end - start));
    expect((await bytesOf(response)).equals(given.subarray(start, end))).toBe(true);
  });

  test('beyond the end is refused with the length', async () => {
    const response = await ask({ range: `bytes=${given.length}-` });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${given.length}`);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(await response.json()).toMatchObject({ remedy: expect.stringContaining('range') });
  });

  test('is answered to HEAD too', async () => {
    const response = await ask({ range: 'bytes=0-1' }, 'HEAD');
    expect([200, 206]).toContain(response.status);
    expect((await bytesOf(response)).length).toBe(0);
  });
});

describe('the entity tag', () => {
  test('is strong, and made from the content alone', async () => {
    expect(etag).toBe(`"${createHash('sha256').update(given).digest('hex').slice(0, 32)}"`);
  });

  test('saves sending what the client has', async () => {
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await ask({ 'if-none-match': known });
      expect([known, response.status]).toEqual([known, 304]);
      expect(response.headers.get('etag')).toBe(etag);
    }
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('that still holds lets a broken download go on', async () => {
    const response = await ask({ range: 'bytes=500-', 'if-range': etag });
    expect(response.status).toBe(206);
    expect((await bytesOf(response)).equals(given.subarray(500))).toBe(true);
  });

  test('that the client insists on is sent, any other refused', async () => {
    for (const wanted of [etag, `"other", ${etag}`, '*']) {
      const response = await ask({ 'if-match': wanted, range: 'bytes=0-9' });
      expect([wanted, response.status]).toEqual([wanted, 206]);
    }
    for (const wanted of ['"other"', `W/${etag}`]) {
      const response = await ask({ 'if-match': wanted });
      expect([wanted, response.status]).toEqual([wanted, 412]);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(response.headers.get('content-disposition')).toBeNull();
      expect(await response.json()).toMatchObject({
        title: 'The file has changed since.',
        remedy: 'Fetch the file again from its beginning.',
      });
    }
  });

  test('decides alone: dates say nothing about the bytes', async () => {
    const long = 'Sun, 01 Jan 1995 00:00:00 GMT';
    expect((await ask({ 'if-unmodified-since': long })).status).toBe(200);
  });

  test('that no longer holds starts the download again', async () => {
    for (const wrong of ['"other"', `W/${etag}`, 'Sun, 22 Nov 2026 20:00:00 GMT']) {
      const response = await ask({ range: 'bytes=500-', 'if-range': wrong });
      expect([wrong, response.status]).toEqual([wrong, 200]);
      expect((await bytesOf(response)).length).toBe(given.length);
    }
  });
});

test('a file that someone has taken away is missed in words of its own', async () => {
  const published = join(app.episodesDir, 'lost', 'published');
  const [audio = ''] = (await readdir(published)).filter((name) => name.startsWith('audio-'));
  await rm(join(published, audio));
  const response = await ask({}, 'GET', 'lost.mp3');
  expect([response.status, response.headers.has('retry-after')]).toEqual([503, true]);
  expect(response.headers.get('etag')).toBeNull();
  expect(response.headers.get('content-disposition')).toBeNull();
  expect(await response.json()).toMatchObject({ code: 'episode_being_made' });
});
