import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

const sample = join(import.meta.dirname, '..', '..', 'episodes');
const derived = /\/(published|\.[^/]+)$/;

let app: StartedApp;
beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  await cp(sample, episodesDir, { recursive: true, filter: (path) => !derived.test(path) });
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

test('the sample show is there, with and without times and words', async () => {
  const page = await (await fetch(`${app.url}/`)).text();
  const feed = await (await fetch(`${app.url}/feed.xml`)).text();
  const slugs = (await readdir(sample)).filter((name) => !/\.|^\./.test(name));
  expect(slugs.length).toBeGreaterThanOrEqual(3);
  for (const slug of slugs) {
    expect(page).toContain(`/episodes/${slug}/`);
    expect(feed).toContain(`/audio/${slug}.mp3`);
  }
  expect(app.log.filter((line) => /not published|left out/.test(line))).toEqual([]);
});

test('starting the sample show leaves every shipped file as it is', async () => {
  const shipped = (await readdir(sample, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(published\/|\.)/.test(path.slice(sample.length)));
  for (const path of shipped) {
    const there = await readFile(join(app.episodesDir, path.slice(sample.length)));
    expect(there.equals(await readFile(path)), path).toBe(true);
  }
});
