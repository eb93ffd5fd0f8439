import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRecording, manifestOf, plainTranscript, putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';
import { type CommandResult, startCommand } from './run-upload.ts';

let app: StartedApp;
let given: string;
const run = (...args: string[]): Promise<CommandResult> => startCommand('episode', app, args).done;
const page = (slug: string) => fetch(`${app.url}/episodes/${slug}/`);
const text = async (path: string) => (await fetch(app.url + path)).text();
const guid = async (slug: string) => (await manifestOf(app.episodesDir, slug)).episode.guid;

beforeAll(async () => {
  given = await mkdtemp(join(tmpdir(), 'alongside-given-'));
  const episodesDir = await newEpisodesDir();
  const files = { 'recording.mp3': null, 'transcript.txt': plainTranscript };
  await putEpisode(episodesDir, 'talk', files);
  await putEpisode(episodesDir, 'other', { 'recording.mp3': null }, { hz: 330 });
  app = await startApp({ episodesDir });
});
afterAll(async () => {
  await app?.close();
  await rm(given, { recursive: true });
});

describe('a transcript that is corrected', () => {
  test('takes the place of the one before, which stays readable and can be restored', async () => {
    const corrected = join(given, 'corrected.md');
    await writeFile(corrected, plainTranscript.replace('a small room', 'a small hut'));
    const before = await text('/feed.xml');
    const done = await run('correct', 'talk', corrected);
    expect([done.code, done.stdout]).toEqual([0, `${app.url}/episodes/talk/\n`]);
    expect(done.stderr).toContain('1 of 20 words changed.\n');
    expect(await text('/episodes/talk/transcript.txt')).toContain('a small hut');
    expect(await (await page('talk')).text()).toMatch(/Corrected on <time datetime="2\d{3}-/);
    const address = /[^"]*talk\/transcript\.txt\?v=[^"]*/;
    expect(address.exec(await text('/feed.xml'))?.[0]).not.toBe(address.exec(before)?.[0]);

    const { stdout: listed } = await run('history', 'talk');
    expect(listed).toMatch(/\d\d:\d\d {2}1 of 20 words changed +owner +2/);
    const [version = ''] = /\S+\.txt/.exec(listed) ?? [];
    expect(await readdir(join(app.episodesDir, 'talk', 'history'))).toEqual([version]);
    const printed = await run('history', 'talk', '--print', version);
    expect(printed.stdout.trim()).toBe(plainTranscript.trim());

    expect((await run('restore', 'talk', '--version', version)).code).toBe(0);
    expect(await text('/episodes/talk/transcript.txt')).toContain('a small room');
    expect(await text('/episodes/talk/transcript.given')).toBe(plainTranscript);
    expect(JSON.parse((await run('history', 'talk', '--json')).stdout).versions).toHaveLength(2);
  });

  test.each(['txt', 'md', 'html'])('by nothing at all makes no new version: %s', async (form) => {
    const same = join(given, `same.${form}`);
    await writeFile(same, await text(`/episodes/talk/transcript.${form}`));
    const before = await run('history', 'talk');
    const done = await run('correct', 'talk', same, '--json');
    expect(done.stderr).toContain('Nothing changed');
    expect(JSON.parse(done.stdout)).toMatchObject({ correction: { changed: 0, words: 20 } });
    expect(await run('history', 'talk')).toEqual(before);
  });

  test('by hand, in the folder, leaves the one before in the history as well', async () => {
    const folder = join(app.episodesDir, 'talk');
    const before = await readFile(join(folder, 'transcript.txt'), 'utf8');
    await writeFile(join(folder, 'transcript.txt'), before.replace('sea', 'lake'));
    await expect
      .poll(() => text('/episodes/talk/transcript.txt'), { timeout: 20_000 })
      .toContain('lake');
    const history = await readdir(join(folder, 'history'));
    const kept = await Promise.all(history.map((name) => readFile(join(folder, 'history', name))));
    expect(kept.map(String)).toContain(before);
  });

  test('that cannot be read changes nothing', async () => {
    const bad = join(given, 'bad.txt');
    await writeFile(bad, new Uint8Array([0, 1, 2, 3, 0, 0, 255]));
    const { code, stderr } = await run('correct', 'talk', bad);
    expect([code, stderr]).toEqual([1, expect.stringContaining('bad.txt')]);
    expect(await text('/episodes/talk/transcript.txt')).toContain('lake');
  });
});

describe('an episode', () => {
  test('that is changed has the new title, and the old one again when that is forgotten', async () => {
    expect((await run('change', 'other', '--title', 'A better name')).code).toBe(0);
    expect(await (await page('other')).text()).toContain('A better name');
    expect((await run('change', 'other', '--forget', 'title')).code).toBe(0);
    expect(await (await page('other')).text()).not.toContain('A better name');
  });

  test('whose recording is replaced keeps its GUID and its title', async () => {
    const before = await guid('other');
    const { title } = (await manifestOf(app.episodesDir, 'other')).episode;
    const sound = await makeRecording(join(given, 'better.mp3'), { hz: 523, seconds: 3 });
    expect((await run('replace', 'other', sound)).code).toBe(0);
    const { episode } = await manifestOf(app.episodesDir, 'other');
    expect([episode.guid, episode.title]).toEqual([before, title]);
    expect(episode.audio.duration).toBeGreaterThan(2.9);
  });

  test('cannot be given the recording of another one', async () => {
    const { code, stderr } = await run(
      'replace',
      'other',
      join(app.episodesDir, 'talk', 'recording.mp3'),
    );
    expect([code, stderr]).toEqual([1, expect.stringContaining('already “talk”')]);
  });

  test('that is unpublished is gone for readers until it is restored', async () => {
    expect((await run('unpublish', 'other')).code).toBe(0);
    expect((await page('other')).status).toBe(404);
    expect(await text('/feed.xml')).not.toContain('/episodes/other/');
    expect((await run('restore', 'other')).code).toBe(0);
    expect((await page('other')).status).toBe(200);
  });

  test('that is removed answers 410, and comes back as it was', async () => {
    const before = await guid('talk');
    expect((await run('remove', 'talk')).stdout).toBe('“talk” was removed.\n');
    await expect.poll(async () => (await page('talk')).status, { timeout: 5000 }).toBe(410);
    expect((await run('removed')).stdout).toMatch(/^talk {2}removed 2/);
    const back = await run('restore', 'talk');
    expect([back.code, back.stdout]).toEqual([0, `${app.url}/episodes/talk/\n`]);
    expect([(await page('talk')).status, await guid('talk')]).toEqual([200, before]);
  });

  test('that is removed right after it was published answers 410 as well', async () => {
    await putEpisode(app.episodesDir, 'mistake', { 'recording.mp3': null }, { hz: 880 });
    await expect.poll(async () => (await page('mistake')).status, { timeout: 20_000 }).toBe(200);
    const headers = { authorization: `Bearer ${app.token}` };
    await fetch(`${app.url}/api/episodes/mistake`, { method: 'DELETE', headers });
    await expect.poll(async () => (await page('mistake')).status, { timeout: 5000 }).toBe(410);
  });

  test.each([
    ['remove', 'nobody'],
    ['restore', 'nobody'],
    ['unpublish', '.incoming'],
    ['history', '.removed'],
  ])('that is none cannot be meant by %s %s', async (verb, slug) => {
    const { code, stderr } = await run(verb, slug);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`There is no episode “${slug}”`)]);
    expect((await page('talk')).status).toBe(200);
  });
});
