import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parseFeed } from 'podcast-partytime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestOf, plainTranscript, putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

const details = (title: string, date: string) => `---\ntitle: ${title}\ndate: ${date}\n---\n`;
let app: StartedApp;

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'spoken', {
    'recording.mp3': null,
    'transcript.vtt': timedTranscript,
    'episode.md': details('Spoken', '2026-01-02'),
  });
  await putEpisode(episodesDir, 'plain', {
    'recording.mp3': null,
    'transcript.txt': plainTranscript,
    'episode.md': details('Plain', '2026-01-01'),
  });
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

/** Without anything that unpacks the answer on its way. */
function fetchRaw(accepted: string): Promise<{ encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': accepted };
    const asked = request(`${app.url}/feed.xml`, { headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ encoding: response.headers['content-encoding'], body });
    });
    asked.on('error', reject).end();
  });
}

describe('the feed', () => {
  test('is what an independent podcast parser understands', async () => {
    const response = await fetch(`${app.url}/feed.xml`);
    expect(response.headers.get('content-type')).toMatch(/^application\/rss\+xml/);
    const feed = parseFeed(await response.text());
    const [spoken, plain] = feed?.items ?? [];
    const { episode } = await manifestOf(app.episodesDir, 'spoken');
    expect(spoken?.guid).toBe(episode.guid);
    expect(spoken?.enclosure.url).toBe(`${app.url}/audio/spoken.mp3`);
    expect(spoken?.enclosure.length).toBe(episode.audio.bytes);
    expect(spoken?.duration).toBe(Math.round(episode.audio.duration));
    expect(spoken?.podcastPeople?.map(({ name }) => name)).toEqual(['Ada Finch', 'Jo Marsh']);
    const formsOf = (item: typeof spoken) =>
      item?.podcastTranscripts?.map(({ url }) => /transcript\.(\w+)/.exec(url)?.[1]).sort();
    expect(formsOf(spoken)).toEqual(['html', 'json', 'srt', 'txt', 'vtt']);
    expect(formsOf(plain)).toEqual(['html', 'txt']);
  });

  test('names only addresses that answer, with the type and length it claims', async () => {
    const xml = await (await fetch(`${app.url}/feed.xml`)).text();
    const claims = [...xml.matchAll(/<(?:enclosure|podcast:transcript)[^>]*>/g)].map(([tag]) => ({
      url: /url="([^"]+)"/.exec(tag)?.[1] ?? '',
      type: /type="([^"]+)"/.exec(tag)?.[1] ?? '',
      length: /length="([^"]+)"/.exec(tag)?.[1],
    }));
    expect(claims.length).toBe(2 + 5 + 2);
    for (const { url, type, length } of claims) {
      const response = await fetch(url, { method: 'HEAD' });
      expect([url, response.status]).toEqual([url, 200]);
      expect(response.headers.get('content-type')?.split(';')[0]).toBe(type);
      if (length) expect(response.headers.get('content-length')).toBe(length);
    }
  });

  test('is not sent again to those who have it', async () => {
    const first = await fetch(`${app.url}/feed.xml`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await fetch(`${app.url}/feed.xml`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('comes packed to those who can unpack it', async () => {
    const { body: plain, encoding } = await fetchRaw('identity');
    expect(encoding).toBeUndefined();
    const gzip = await fetchRaw('gzip');
    expect(gzip.encoding).toBe('gzip');
    expect(gunzipSync(gzip.body).equals(plain)).toBe(true);
    const br = await fetchRaw('gzip, br');
    expect(br.encoding).toBe('br');
    expect(brotliDecompressSync(br.body).equals(plain)).toBe(true);
  });

  test('has a tag of its own for each packing, and says so to caches', async () => {
    const tagOf = async (accepted: string) => {
      const response = await fetch(`${app.url}/feed.xml`, {
        headers: { 'accept-encoding': accepted },
      });
      expect(response.headers.get('vary')).toBe('accept-encoding');
      return response.headers.get('etag');
    };
    expect(new Set([await tagOf('identity'), await tagOf('gzip'), await tagOf('br')]).size).toBe(3);
  });

  test('may be read by scripts of other sites', async () => {
    const response = await fetch(`${app.url}/feed.xml`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

test('the feed is the same, byte for byte, after a restart', async () => {
  const settings = { PUBLIC_URL: 'https://example.org' };
  const read = async () => {
    const other = await startApp({ episodesDir: app.episodesDir, settings });
    const response = await fetch(`${other.url}/feed.xml`);
    const answer = [response.headers.get('etag'), await response.text()];
    await other.stop();
    return answer;
  };
  expect(await read()).toEqual(await read());
});
