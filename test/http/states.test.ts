import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putEpisode, timedTranscript, writeOld } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
const details = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');
const coming = (date: Date) => details(`date: ${date.toISOString()}`);

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  const put = (slug: string, ...lines: string[]) =>
    putEpisode(episodesDir, slug, {
      'recording.mp3': null,
      'transcript.vtt': timedTranscript,
      'episode.md': details('date: 2026-01-01', ...lines),
    });
  await put('open');
  await put('kept', 'draft: true');
  await put('told', 'unlisted: true');
  await put('taken');
  await putEpisode(episodesDir, 'coming', {
    'recording.mp3': null,
    'episode.md': coming(new Date('2099-01-01')),
  });
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

const get = (path: string) => fetch(`${app.url}${path}`, { redirect: 'manual' });
const status = async (path: string) => (await get(path)).status;
const text = async (path: string) => (await get(path)).text();
const lists = () => Promise.all([text('/'), text('/feed.xml'), text('/sitemap.xml')]);
async function summaryOf(slug: string) {
  const headers = { authorization: `Bearer ${app.token}` };
  const { url, state } = await (await fetch(`${app.url}/api/episodes/${slug}`, { headers })).json();
  return { path: new URL(url).pathname as string, state: state as string };
}
async function until(what: () => Promise<boolean>) {
  while (!(await what())) await sleep(50);
}

describe.concurrent('an episode', () => {
  test('that is a draft is seen by its secret link only, with all that belongs to it', async () => {
    const { path, state } = await summaryOf('kept');
    expect(state).toBe('draft');
    expect(path).toMatch(/^\/episodes\/kept~[\w-]{22}\/$/);
    expect(await status('/episodes/kept/')).toBe(404);
    expect(await status('/audio/kept.mp3')).toBe(404);
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const html = await page.text();
    const secret = path.split('/')[2] ?? '';
    expect(html).toContain(`src="/audio/${secret}.mp3"`);
    expect(await status(`/audio/${secret}.mp3`)).toBe(200);
    expect(await status(`${path}transcript.vtt`)).toBe(200);
    expect(await status(`/embed/${secret}/`)).toBe(200);
    for (const list of await lists()) expect(list).not.toContain('kept');
  });

  test('has a secret link of its own, and no other opens it', async () => {
    const [{ path: kept }, { path: coming }] = [await summaryOf('kept'), await summaryOf('coming')];
    const key = (path: string) => /~([\w-]+)/.exec(path)?.[1] ?? '';
    for (const wrong of ['', 'x', key(coming), `${key(kept)}x`, key(kept).toLowerCase()]) {
      expect(await status(`/episodes/kept~${wrong}/`)).toBe(404);
    }
  });

  test('that is unlisted is there for those who know its address, and in no list', async () => {
    expect((await summaryOf('told')).state).toBe('unlisted');
    const page = await get('/episodes/told/');
    expect(page.status).toBe(200);
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    for (const list of await lists()) expect(list).not.toContain('/told');
  });

  test('that is taken away answers 410 wherever it was, and leaves every list', async () => {
    const before = /<lastBuildDate>(.*?)</.exec(await text('/feed.xml'))?.[1] ?? '';
    await rm(join(app.episodesDir, 'taken'), { recursive: true });
    await until(async () => (await status('/episodes/taken/')) === 410);
    expect(await status('/audio/taken.mp3')).toBe(410);
    expect(await status('/episodes/taken/transcript.vtt')).toBe(410);
    for (const list of await lists()) expect(list).not.toContain('taken');
    const after = /<lastBuildDate>(.*?)</.exec(await text('/feed.xml'))?.[1] ?? '';
    expect(Date.parse(after)).toBeGreaterThan(Date.parse(before));
  });

  test('whose date lies ahead appears by itself, and its secret link leads there', async () => {
    const { path } = await summaryOf('coming');
    expect(await status('/episodes/coming/')).toBe(404);
    expect(await status(path)).toBe(200);
    const soon = new Date(Date.now() + 5000);
    await writeOld(join(app.episodesDir, 'coming', 'episode.md'), coming(soon));
    await until(async () => (await status('/episodes/coming/')) === 200);
    expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime());
    for (const list of await lists()) expect(list).toContain('coming');
    const moved = await get(path);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/episodes/coming/']);
  });
});
