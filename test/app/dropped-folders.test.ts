import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestOf, plainTranscript, putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
const folder = (slug: string) => join(app.episodesDir, slug);
const status = async (slug: string) => (await fetch(`${app.url}/episodes/${slug}/`)).status;
const page = async (slug: string) => (await fetch(`${app.url}/episodes/${slug}/`)).text();
const details = (title: string) => `---\ntitle: ${title}\ndate: 2026-01-01\n---\n`;

async function until(what: () => Promise<boolean>) {
  while (!(await what())) await sleep(50);
}

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  for (const slug of ['edited', 'spoiled', 'emptied', 'removed']) {
    const files = { 'recording.mp3': null, 'transcript.txt': plainTranscript };
    await putEpisode(episodesDir, slug, { ...files, 'episode.md': details(`Now ${slug}`) });
  }
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

describe.concurrent('a folder', () => {
  test('that is put there while the server runs is published', async () => {
    const elsewhere = join(app.episodesDir, '.coming');
    await putEpisode(elsewhere, 'dropped', {
      'Our talk.wav': null,
      'Our talk.vtt': timedTranscript,
      'readme.md': 'Not the transcript.',
    });
    await rename(join(elsewhere, 'dropped'), folder('dropped'));
    await until(async () => (await status('dropped')) === 200);
    expect(await page('dropped')).toContain('In a small room');
    const { episode } = await manifestOf(app.episodesDir, 'dropped');
    expect(episode.title).toBe('Our talk');
    expect((await readdir(folder('dropped'))).sort()).toEqual(
      ['Our talk.vtt', 'Our talk.wav', 'episode.json', 'published', 'readme.md'].sort(),
    );
  });

  test('whose name cannot be an address is named in the log, with a better name', async () => {
    await putEpisode(app.episodesDir, 'Über uns!', { 'recording.mp3': null });
    await until(async () => app.log.some((line) => line.includes('cannot be an address')));
    expect(app.log.join('\n')).toMatch(/“Über uns!” cannot be an address.*\n.*ueber-uns/);
    expect(await readdir(folder('Über uns!'))).toEqual(['recording.mp3']);
  });

  test('that has no recording is no episode', async () => {
    await putEpisode(app.episodesDir, 'only-words', { 'transcript.txt': plainTranscript });
    await sleep(3000);
    expect(await status('only-words')).toBe(404);
    expect(await readdir(folder('only-words'))).toEqual(['transcript.txt']);
  });

  test('whose episode.md is edited is published anew, as the same episode', async () => {
    const before = await manifestOf(app.episodesDir, 'edited');
    await writeFile(join(folder('edited'), 'episode.md'), details('Edited by hand'));
    await until(async () => (await page('edited')).includes('Edited by hand'));
    const { episode } = await manifestOf(app.episodesDir, 'edited');
    expect(episode.guid).toBe(before.episode.guid);
    expect(episode.audio).toEqual(before.episode.audio);
  });

  test('whose episode.md is broken stays as it was, and the log says which line', async () => {
    await writeFile(join(folder('spoiled'), 'episode.md'), '---\ntitle: fine\ndate: soon\n---\n');
    await until(async () => app.log.some((line) => line.includes('spoiled was not')));
    expect(app.log.join('\n')).toMatch(/spoiled was not published\. episode\.md:3: date /);
    expect(await page('spoiled')).toContain('Now spoiled');
  });

  test('whose published files are deleted gets the same ones again', async () => {
    const published = join(folder('emptied'), 'published');
    const read = async () => {
      const files = await readdir(published);
      const texts = files.map(async (file) => [
        file,
        await readFile(join(published, file), 'latin1'),
      ]);
      return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
    };
    const before = await read();
    await rm(published, { recursive: true });
    await until(async () => (await status('emptied')) === 200 && 'manifest.json' in (await read()));
    expect(await read()).toEqual(before);
  });

  test('that is taken away takes its episode along', async () => {
    await rm(folder('removed'), { recursive: true });
    await until(async () => (await status('removed')) === 410);
    expect(await (await fetch(`${app.url}/feed.xml`)).text()).not.toContain('Now removed');
  });
});

test('files deleted the moment they are published are made again', async () => {
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'talk', { 'recording.mp3': null });
  const started = await startApp({ episodesDir });
  await rm(join(episodesDir, 'talk', 'published'), { recursive: true });
  const status = async () => (await fetch(`${started.url}/episodes/talk/`)).status;
  const seen = new Set<number>();
  await until(async () => {
    seen.add(await status());
    return (await manifestOf(episodesDir, 'talk').catch(() => null)) !== null;
  });
  await until(async () => (await status()) === 200);
  expect([...seen].filter((one) => one !== 200 && one !== 503)).toEqual([]);
  await started.close();
});

test('what was changed while the server was away is published at the next start', async () => {
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'talk', { 'recording.wav': null, 'episode.md': details('First') });
  await putEpisode(episodesDir, 'gone', { 'recording.mp3': null });
  const first = await startApp({ episodesDir });
  const before = await manifestOf(episodesDir, 'talk');
  await first.stop();
  await rm(join(episodesDir, 'talk', 'published'), { recursive: true });
  await rm(join(episodesDir, 'gone'), { recursive: true });
  const second = await startApp({ episodesDir });
  expect(await manifestOf(episodesDir, 'talk')).toEqual(before);
  await second.stop();
  await putEpisode(episodesDir, 'talk', { 'episode.md': details('Second') });
  const third = await startApp({ episodesDir });
  const front = await (await fetch(third.url)).text();
  expect(front).toContain('Second');
  expect(front).not.toContain('gone');
  await third.close();
});
