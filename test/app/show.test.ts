import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseFeed } from 'podcast-partytime';
import { afterEach, describe, expect, test } from 'vitest';
import { putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});
const get = async (path: string) => (await fetch(`${app?.url}${path}`)).text();
const guid = async () => /<podcast:guid>([^<]+)</.exec(await get('/feed.xml'))?.[1];
const until = async (what: () => boolean | Promise<boolean>) => {
  while (!(await what())) await sleep(50);
};

describe('a new show', () => {
  test('gets a commented show.yaml, a cover and a token that only its owner may read', async () => {
    app = await startApp();
    const yaml = await readFile(join(app.episodesDir, 'show.yaml'), 'utf8');
    expect(yaml).toMatch(/^# The show\./);
    const token = await stat(join(app.episodesDir, '.upload-token'));
    expect(token.mode & 0o777).toBe(0o600);
    const front = await get('/');
    expect(front).toContain('My interviews');
    expect(front).toContain('npm run upload');
  });

  test('has a feed that directories accept from the first episode on', async () => {
    const episodesDir = await newEpisodesDir();
    await putEpisode(episodesDir, 'first', { 'recording.mp3': null });
    app = await startApp({ episodesDir });
    const xml = await get('/feed.xml');
    const feed = parseFeed(xml);
    expect(feed).toMatchObject({
      title: 'My interviews',
      language: 'en',
      explicit: false,
      guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(feed?.items).toHaveLength(1);
    expect(xml).toMatch(/<itunes:category text="[^"]+"/);
    const cover = /<itunes:image href="([^"]+)"/.exec(xml)?.[1] ?? '';
    const picture = await fetch(cover, { method: 'HEAD' });
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(Number(picture.headers.get('content-length'))).toBeLessThan(512_000);
  });

  test('keeps its GUID and its token', async () => {
    app = await startApp();
    const first = [app.token, await guid()];
    await app.stop();
    app = await startApp({ episodesDir: app.episodesDir });
    expect([app.token, await guid()]).toEqual(first);
  });

  test('has the GUID that its public address gives it', async () => {
    app = await startApp({ settings: { PUBLIC_URL: 'https://example.org/show' } });
    const first = await guid();
    expect(first).toBeDefined();
    await app.close();
    app = await startApp({ settings: { PUBLIC_URL: 'http://example.org/show/' } });
    expect(await guid()).toBe(first);
  });
});

describe('show.yaml', () => {
  test('is taken over while the server runs, and stays in force when it is broken', async () => {
    app = await startApp();
    const file = join(app.episodesDir, 'show.yaml');
    const yaml = await readFile(file, 'utf8');
    // The server must have looked once before a change can be one.
    await sleep(100);
    await writeFile(file, yaml.replace('My interviews', 'Another name'));
    await until(async () => (await get('/')).includes('Another name'));
    expect(await get('/feed.xml')).toContain('Another name');
    await writeFile(file, yaml.replace('title:', 'titel:'));
    await until(() => app?.log.some((line) => line.includes('show.yaml:')) ?? false);
    expect(await get('/')).toContain('Another name');
    const headers = { authorization: `Bearer ${app.token}` };
    const { show } = (await (await fetch(`${app.url}/api/episodes`, { headers })).json()) as {
      show: { problems: string[] };
    };
    expect(show.problems.join(' ')).toMatch(
      /^show\.yaml:\d+: There is no field “titel”; did you mean “title”, which is missing\?/,
    );
  });

  test('dates the feed anew when it changes, and not when it is only written again', async () => {
    const dated = async () =>
      Date.parse(/<lastBuildDate>([^<]+)</.exec(await get('/feed.xml'))?.[1] ?? '');
    const episodesDir = await newEpisodesDir();
    const files = { 'recording.mp3': null, 'episode.md': '---\ndate: 2026-01-02\n---\n' };
    await putEpisode(episodesDir, 'talk', files);
    app = await startApp({ episodesDir });
    const before = await dated();
    await sleep(1100);
    const file = join(episodesDir, 'show.yaml');
    const yaml = await readFile(file, 'utf8');
    await writeFile(file, `${yaml}# a remark\n`);
    await until(() => app?.log.some((line) => line.includes('has changed')) ?? false);
    expect(await dated()).toBe(before);
    await writeFile(file, `${yaml}funding: {url: "https://example.org/", text: Give}\n`);
    await until(async () => (await get('/feed.xml')).includes('podcast:funding'));
    const after = await dated();
    expect(after).toBeGreaterThan(before);
    await app.stop();
    app = await startApp({ episodesDir });
    expect(await dated()).toBe(after);
  });

  test('that is broken at the start is named with its line', async () => {
    const episodesDir = await newEpisodesDir();
    app = await startApp({ episodesDir });
    await app.stop();
    await writeFile(
      join(episodesDir, 'show.yaml'),
      'title: A show\ndescription: Words.\nlanguage: the old one\n',
    );
    const starting = startApp({ episodesDir });
    await expect(starting).rejects.toMatchObject({
      code: 'show_invalid',
      facts: { file: 'show.yaml', line: 3 },
    });
  });

  test('changes the episodes that inherit from it', async () => {
    const episodesDir = await newEpisodesDir();
    await putEpisode(episodesDir, 'talk', { 'recording.mp3': null });
    app = await startApp({ episodesDir });
    expect(await get('/episodes/talk/')).toContain('<html lang="en"');
    const file = join(episodesDir, 'show.yaml');
    await sleep(100);
    await writeFile(file, (await readFile(file, 'utf8')).replace('language: en', 'language: cs'));
    await until(async () => (await get('/episodes/talk/')).includes('lang="cs"'));
  });
});
