import { imageSize } from 'image-size';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, one, readXml } from '../render/feed-xml.ts';
import { putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

/** What an episode gives to other sites and machines. */
let app: StartedApp;
const get = (path: string) =>
  fetch(new URL(path, app.url), { redirect: 'manual', headers: { 'accept-encoding': 'br' } });
const text = async (path: string) => (await get(path)).text();
const cardOf = async (slug: string) =>
  /property="og:image" content="([^"]+)"/.exec(await text(`/episodes/${slug}/`))?.[1] ?? '';

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'talk', {
    'recording.mp3': null,
    'transcript.vtt': timedTranscript,
    'episode.md': '---\ntitle: "]]></svg><script>"\ndate: 2021-01-01\ntags: [sea]\n---\n',
    'episode.json': JSON.stringify({ version: 1, guid: 'a-guid', formerSlugs: ['speech'] }),
  });
  const draft = '---\ntitle: Secret\ndraft: true\ntags: [hidden]\n---\n';
  await putEpisode(episodesDir, 'secret', { 'recording.mp3': null, 'episode.md': draft });
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

describe('the card of an episode', () => {
  test('is drawn, and kept for good under an address that changes with it', async () => {
    const address = await cardOf('talk');
    expect(address).toMatch(/\/art\/talk-card-[0-9a-f]{12}\.png$/);
    const response = await get(address);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(response.headers.get('cache-control')).toContain('immutable');
    const size = imageSize(new Uint8Array(await response.arrayBuffer()));
    expect(size).toMatchObject({ width: 1200, height: 630 });
    const again = { 'if-none-match': response.headers.get('etag') ?? '' };
    const asked = { headers: again, cache: 'no-store' } as const;
    expect((await fetch(address, asked)).status).toBe(304);
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
  });

  test('is found from its former addresses', async () => {
    const now = new URL(await cardOf('talk')).pathname;
    const before = await get('/art/talk-card-000000000000.png');
    expect([before.status, before.headers.get('location')]).toEqual([302, now]);
    const moved = await get(now.replace('talk', 'speech'));
    expect([moved.status, moved.headers.get('location')]).toEqual([301, now]);
  });

  test('is not there for a draft, nor for nothing', async () => {
    expect((await get('/art/secret-card-000000000000.png')).status).toBe(404);
    expect((await get('/art/none-card-000000000000.png')).status).toBe(404);
    expect((await get('/art/talk-card-0.png')).status).toBe(404);
  });
});

describe('an answer for embedding', () => {
  const ask = async (address: string) => {
    const response = await get(`/oembed?url=${encodeURIComponent(address)}`);
    return (await response.json()) as Record<string, unknown>;
  };

  test('begins where the address does, with the words where they are asked for', async () => {
    const { html, height } = await ask(`${app.url}/episodes/talk/?transcript#t=0.5,1`);
    expect(html).toContain(`src="${app.url}/embed/talk/?t=0.5,1&amp;transcript"`);
    expect(height).toBe(480);
  });

  test('is given for the player’s own address, with the card as its thumbnail', async () => {
    expect(await ask(`${app.url}/embed/talk/?t=javascript:`)).toMatchObject({
      html: expect.stringContaining(`src="${app.url}/embed/talk/"`),
      thumbnail_url: await cardOf('talk'),
    });
  });

  test('is left to others for what is theirs', async () => {
    expect(await ask('https://example.net/episodes/talk/')).toMatchObject({ status: 404 });
  });
});

test('an address that has moved keeps the moment it asked for', async () => {
  for (const kind of ['episodes', 'embed']) {
    const response = await get(`/${kind}/speech/?t=0.5`);
    expect(response.headers.get('location')).toBe(`/${kind}/talk/?t=0.5`);
  }
});

describe('for crawlers', () => {
  test('robots.txt names the sitemap, and that has every public page', async () => {
    const [, address = ''] = /^Sitemap: (.+)$/m.exec(await text('/robots.txt')) ?? [];
    const response = await get(address);
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const pages = all(readXml(await response.text()), 'url').map((url) => one(url, 'loc').text);
    expect(pages.map((page) => page.replace(app.url, ''))).toEqual([
      '/',
      '/archive/',
      '/episodes/talk/',
      '/years/2021/',
      '/tags/sea/',
      '/people/ada-finch/',
      '/people/jo-marsh/',
    ]);
    for (const page of pages) expect([page, (await get(page)).status]).toEqual([page, 200]);
    expect((await get('/sitemap-2.xml')).status).toBe(404);
  });

  test.each([
    ['/', '/'],
    ['/episodes/talk/', '/episodes/talk/'],
    ['/embed/talk/', '/episodes/talk/'],
    ['/tags/Sea/', '/tags/sea/'],
    ['/people/Ada-Finch/', '/people/ada-finch/'],
  ])('%s says which address is its own', async (path, own) => {
    expect(await text(path)).toContain(`<link rel="canonical" href="${app.url}${own}"`);
  });

  test('every transcript that a page names is of the type it says', async () => {
    const page = await text('/episodes/talk/');
    const links = /<link rel="alternate" type="([^"]+)" title="Transcript[^"]*" href="([^"]+)"/g;
    const named = Array.from(page.matchAll(links), ([, type, address]) => ({ type, address }));
    expect(named).toHaveLength(6);
    for (const { type, address = '' } of named) {
      const served = (await get(address)).headers.get('content-type');
      expect([address, served]).toEqual([address, `${type}; charset=utf-8`]);
    }
  });
});

test('a home screen finds the show’s name and pictures', async () => {
  const page = await text('/');
  const response = await get(/<link rel="manifest" href="([^"]+)"/.exec(page)?.[1] ?? '');
  expect(response.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
  const { icons, ...manifest } = (await response.json()) as {
    icons: { src: string; sizes: string; type: string }[];
  };
  expect(manifest).toMatchObject({ start_url: '/', scope: '/', theme_color: '#fcfbf8' });
  for (const { src, sizes, type } of icons) {
    const icon = await get(src);
    expect(icon.headers.get('content-type'), src).toContain(type);
    if (type !== 'image/png') continue;
    const { width, height } = imageSize(new Uint8Array(await icon.arrayBuffer()));
    expect(`${width}x${height}`).toBe(sizes);
  }
  expect(page).toMatch(/<meta name="theme-color" media="\(prefers-color-scheme: dark\)"/);
});
