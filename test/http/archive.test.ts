import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
const get = (path: string) => fetch(app.url + path, { redirect: 'manual' });
const text = async (path: string) => (await get(path)).text();

const bells = 'foundry bronze mould loam furnace clapper tower ringing pitch casting'.split(' ');
const bread = 'oven sourdough yeast flour miller dough crust bakery kneading loaf'.split(' ');
const boats = 'keel harbour timber rigging planks caulking tide mast anchor sailing'.split(' ');

/** Twenty turns in a second, each with two of the words. */
const talk = (words: string[]) =>
  [
    'WEBVTT',
    ...Array.from({ length: 20 }, (_, at) => {
      const [start, end] = [at, at + 1].map((cue) => `00:0${(0.5 + cue / 20).toFixed(3)}`);
      const said = [0, 1].map((more) => words[(at * 2 + more) % words.length]).join(' and then ');
      return `${start} --> ${end}\n<v ${at % 2 ? 'Ada Finch' : 'Ben Hale'}>So the ${said}.`;
    }),
  ].join('\n\n');

async function until(what: () => Promise<boolean>) {
  const deadline = Date.now() + 10_000;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error('it did not come to that');
    await sleep(50);
  }
}

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  const shared = { 'recording.mp3': null };
  const put = (slug: string, transcript: string, fields: string) =>
    putEpisode(episodesDir, slug, {
      ...{ ...shared, 'transcript.vtt': transcript },
      'episode.md': `---\ntitle: ${slug}\n${fields}---\n`,
    });
  await put('casting', talk(bells), 'date: 2020-01-01\nseason: 1\nepisode: 1\ntags: [craft]\n');
  await put('ringing', talk(bells), 'date: 2021-01-01\nseason: 1\nepisode: 2\n');
  await put('baking', talk(bread), 'date: 2021-02-01\n');
  await put('milling', talk(bread), 'date: 2021-03-01\n');
  await put('sailing', talk(boats), 'date: 2021-04-01\n');
  const show = 'title: Crafts\ndescription: Work.\ntype: serial\nseasons: {1: Bells}\n';
  await writeFile(join(episodesDir, 'show.yaml'), `${show}robots: no-training\n`);
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

test('every page of the archive has its own title, description and canonical address', async () => {
  const seen = new Set<string>();
  for (const path of [
    '/archive/',
    '/years/2021/',
    '/seasons/1/',
    '/tags/craft/',
    '/people/ada-finch/',
  ]) {
    const page = await text(path);
    const title = /<title>([^<]+)</.exec(page)?.[1] ?? '';
    expect([path, title.endsWith(' · Crafts'), seen.has(title)]).toEqual([path, true, false]);
    seen.add(title);
    expect(page).toContain(`<link rel="canonical" href="${app.url}${path}"/>`);
    expect(page).toMatch(/<meta name="description" content="[^"]{10,}"/);
  }
  const { status, headers } = await get('/archive');
  expect([status, headers.get('location')]).toEqual([301, '/archive/']);
});

test('every page leads to the archive, and the archive to each of its doors', async () => {
  expect(await text('/episodes/casting/')).toContain('<a href="/archive/">Archive</a>');
  const page = await text('/archive/');
  for (const [, door = ''] of page.matchAll(/<li><a href="([^"]+)"/g)) {
    expect([door, (await get(door)).status]).toEqual([door, 200]);
  }
  expect((await get('/years/1999/')).status).toBe(404);
});

test('a season of a serial begins with its first episode', async () => {
  const page = await text('/seasons/1/');
  expect(page).toContain('<h1>Bells</h1>');
  expect(page.indexOf('>casting<')).toBeLessThan(page.indexOf('>ringing<'));
});

describe('once everything is indexed', () => {
  test('a person’s page says how much they speak, and leads to all of it', async () => {
    await until(async () => (await text('/people/ada-finch/')).includes('class="spoken"'));
    const page = (await text('/people/ada-finch/')).replaceAll('&amp;', '&');
    const [, path = ''] = /in 5 episodes: <a href="([^"]+)">everything they say</.exec(page) ?? [];
    const answer = await fetch(app.url + path, { headers: { accept: 'application/json' } });
    const found = (await answer.json()) as { total: number; results: { speaker: string }[] };
    expect(found.total).toBe(5 * 10);
    expect(new Set(found.results.map(({ speaker }) => speaker))).toEqual(new Set(['Ada Finch']));
  });

  test('an episode names the one in which the same is said, and no other', async () => {
    const related = async (slug: string) => {
      const page = await text(`/episodes/${slug}/`);
      const [, list = ''] = /<section class="related">(.*?)<\/section>/s.exec(page) ?? [];
      return Array.from(list.matchAll(/\/episodes\/([\w-]+)\//g), ([, other]) => other);
    };
    await until(async () => (await related('casting')).length > 0);
    expect(await related('casting')).toEqual(['ringing']);
    await until(async () => (await related('milling')).length > 0);
    expect(await related('milling')).toEqual(['baking']);
    await related('sailing');
    expect(await related('sailing')).toEqual([]);
  });
});

describe('for machines that read', () => {
  test('an episode’s page is also there as Markdown, and says so', async () => {
    const answer = await get('/episodes/casting/index.md');
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await answer.text()).toMatch(/^# casting\n[\s\S]*\]\(http[^)]+\/episodes\/casting\/#t=/);
    expect(await text('/episodes/casting/')).toContain(
      `<link rel="alternate" type="text/markdown" title="casting" href="${app.url}/episodes/casting/index.md"/>`,
    );
  });

  test('llms.txt leads to it', async () => {
    const answer = await get('/llms.txt');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const links = (await answer.text()).matchAll(/\((http[^)]+)\)/g);
    for (const [, link = ''] of links)
      expect([link, (await fetch(link)).status]).toEqual([link, 200]);
  });

  test('robots.txt asks what show.yaml says', async () => {
    expect(await text('/robots.txt')).toContain('User-agent: CCBot\n');
  });
});
