import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainTranscript, putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
const longName = 'Владимир Константинович Константинопольский';
const get = (path: string) => fetch(app.url + path, { redirect: 'manual' });
const text = async (path: string) => (await get(path)).text();

const frontMatter = (fields: Record<string, unknown>, notes = '') =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n${notes}`;

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  const recording = { 'recording.mp3': null };
  await putEpisode(episodesDir, 'old', {
    ...recording,
    'transcript.vtt': timedTranscript,
    'episode.md': frontMatter(
      { title: 'The old one', date: '2020-01-01', tags: ['Café au lait', 'sea'] },
      'Some *notes*.\n',
    ),
  });
  await putEpisode(episodesDir, 'new', {
    ...recording,
    'transcript.txt': plainTranscript,
    'episode.md': frontMatter({
      title: 'The new one',
      date: '2021-01-01',
      tags: ['sea'],
      people: [{ name: longName }],
    }),
  });
  await putEpisode(episodesDir, 'Capital_Letters', {
    ...recording,
    'episode.md': frontMatter({ title: 'Capitals', date: '2019-01-01' }),
  });
  for (const [slug, fields] of [
    ['a-draft', { title: 'Secret draft', draft: true, tags: ['hidden'] }],
    ['tomorrow', { title: 'Secret tomorrow', date: '2999-01-01', tags: ['hidden'] }],
  ] as const) {
    const given = { 'transcript.vtt': timedTranscript, 'episode.md': frontMatter(fields) };
    await putEpisode(episodesDir, slug, { ...recording, ...given });
  }
  await mkdir(join(episodesDir, '.hidden'));
  await writeFile(join(episodesDir, '.hidden', 'recording.mp3'), 'no recording');
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

describe('every page of the contract', () => {
  test.each([
    '/',
    '/episodes/old/',
    '/embed/old/',
    '/tags/sea/',
    '/tags/caf%C3%A9-au-lait/',
    '/people/ada-finch/',
    `/people/${encodeURIComponent(longName.toLowerCase().replaceAll(' ', '-'))}/`,
  ])('%s answers with a document', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toMatch(/^<!doctype html>\n<html lang="en"/);
  });

  test('links only to addresses of this site that answer', async () => {
    const seen = new Set<string>();
    for (const path of ['/', '/episodes/old/', '/episodes/new/', '/embed/old/', '/tags/sea/']) {
      for (const [, to = ''] of (await text(path)).matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
        seen.add(to.replaceAll('&amp;', '&'));
      }
    }
    expect(seen.size).toBeGreaterThan(12);
    for (const path of seen) {
      const { status } = await fetch(app.url + path, { method: 'HEAD' });
      expect([path, status]).toEqual([path, 200]);
    }
  });

  test('answers HEAD like GET, without the body', async () => {
    const head = await fetch(`${app.url}/episodes/old/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('has a slash at its end, and the address without leads there', async () => {
    const response = await get('/episodes/old');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/episodes/old/']);
    const asked = await get('/embed/old?t=5&q=caf%C3%A9%20noir');
    expect([asked.status, asked.headers.get('location')]).toEqual([
      301,
      '/embed/old/?t=5&q=caf%C3%A9%20noir',
    ]);
    for (const path of ['/episodes/nothing', '/embed/nothing', '/episodes/a-draft']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  test('is not sent again to those who have it', async () => {
    const etag = (await get('/episodes/old/')).headers.get('etag') ?? '';
    const again = await fetch(`${app.url}/episodes/old/`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });
});

describe('the front page', () => {
  test('lists the episodes, newest first', async () => {
    const page = await text('/');
    expect(page.indexOf('The new one')).toBeGreaterThan(0);
    expect(page.indexOf('The new one')).toBeLessThan(page.indexOf('The old one'));
  });
});

describe('an episode’s page', () => {
  test('has every word of the transcript without a script', async () => {
    const page = (await text('/episodes/old/')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const words of ['Good morning. Where are we?', 'In a small room, beside the sea.']) {
      expect(page).toContain(words);
    }
  });

  test('has its notes as Markdown means them', async () => {
    expect(await text('/episodes/old/')).toContain('Some <em>notes</em>.');
  });
});

describe('what the browser may do', () => {
  test.each(['/', '/episodes/old/', '/embed/old/', '/nothing'])(
    'on %s excludes scripts and styles written into the page',
    async (path) => {
      const response = await get(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const page = await response.text();
      expect(page).not.toMatch(/<style|\sstyle="|\son\w+="/);
      for (const [, attributes] of page.matchAll(/<script([^>]*)>/g)) {
        expect(attributes).toMatch(/\ssrc="\/|\stype="application\/(ld\+)?json"/);
      }
    },
  );

  test('includes framing the embedded player anywhere, and nothing else', async () => {
    const framing = async (path: string) =>
      /frame-ancestors ([^;]+)/.exec(
        (await get(path)).headers.get('content-security-policy') ?? '',
      )?.[1];
    expect(await framing('/embed/old/')).toBe('*');
    expect(await framing('/episodes/old/')).toBe("'none'");
  });
});

describe('a draft and an episode of tomorrow', () => {
  test.each([
    'episodes/%s/',
    'embed/%s/',
    'audio/%s.mp3',
    'episodes/%s/transcript.vtt',
    'episodes/%s/transcript.given',
    'episodes/%s/chapters.json',
    'oembed?url=http://127.0.0.1/episodes/%s/',
  ])('have no /%s', async (path) => {
    for (const slug of ['a-draft', 'tomorrow']) {
      expect((await get(`/${path.replace('%s', slug)}`)).status).toBe(404);
    }
  });

  test('are on no list', async () => {
    for (const path of ['/', '/feed.xml', '/episodes/old/', '/people/ada-finch/']) {
      expect(await text(path)).not.toMatch(/Secret|a-draft|tomorrow/);
    }
    expect((await get('/tags/hidden/')).status).toBe(404);
  });

  test('are known to the publisher', async () => {
    const headers = { authorization: `Bearer ${app.token}` };
    const response = await fetch(`${app.url}/api/episodes`, { headers });
    const { episodes } = (await response.json()) as { episodes: { slug: string; state: string }[] };
    const states = episodes.map(({ slug, state }) => `${slug} ${state}`).sort();
    expect(states).toEqual([
      'Capital_Letters public',
      'a-draft draft',
      'new public',
      'old public',
      'tomorrow scheduled',
    ]);
  });
});

describe('an answer for embedding', () => {
  const ask = (query: string) => get(`/oembed?${query}`);

  test('is a frame with the player, as oEmbed has it', async () => {
    const response = await ask(`url=${encodeURIComponent(`${app.url}/episodes/old/`)}`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const answer = (await response.json()) as Record<string, unknown>;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', title: 'The old one' });
    expect(answer.html).toContain(`src="${app.url}/embed/old/"`);
  });

  test('is given for every slug that can be an address', async () => {
    const url = encodeURIComponent(`${app.url}/episodes/Capital_Letters/?t=5`);
    expect(await (await ask(`url=${url}`)).json()).toMatchObject({ title: 'Capitals' });
  });

  test('is never larger than was asked for', async () => {
    const url = encodeURIComponent(`${app.url}/episodes/old/`);
    const answer = await (await ask(`url=${url}&maxwidth=300&maxheight=100`)).json();
    expect(answer).toMatchObject({ width: 300, height: 100 });
  });

  test('is refused for other addresses and other formats', async () => {
    expect((await ask('url=https%3A%2F%2Fexample.org%2F')).status).toBe(404);
    expect((await ask('')).status).toBe(400);
    const url = encodeURIComponent(`${app.url}/episodes/old/`);
    const xml = await ask(`url=${url}&format=xml`);
    expect(xml.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect([xml.status, await xml.json()]).toMatchObject([501, { status: 501 }]);
    expect((await ask(`url=${url}&maxwidth=-1`)).status).toBe(400);
  });
});
