import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRecording, manifestOf, plainTranscript, timedTranscript } from '../sample-episode.ts';
import { type StartedApp, startApp } from '../serve.ts';
import { runUpload } from './run-upload.ts';

let app: StartedApp;
let given: string;
const at = (name: string) => join(given, name);
const upload = (...args: string[]) => runUpload(app, args);
const page = async (path: string) => (await fetch(app.url + path)).text();
const slugs = async () =>
  (await readdir(app.episodesDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
const leftBehind = async () => ({
  jobs: await readdir(join(app.episodesDir, '.incoming', 'jobs')),
  uploads: await readdir(join(app.episodesDir, '.incoming', 'uploads')),
});
const nothing = { jobs: [], uploads: [] };

beforeAll(async () => {
  app = await startApp();
  given = await mkdtemp(join(tmpdir(), 'alongside-given-'));
  const title = ['-metadata', 'title=By the sea', '-metadata', 'date=2019-05-04'];
  await makeRecording(at('talk.mp3'), { options: title });
  await makeRecording(at('other.mp3'), { hz: 300 });
  await makeRecording(at('third.wav'), { hz: 200 });
  await writeFile(at('talk.txt'), plainTranscript);
  await writeFile(at('talk.vtt'), timedTranscript);
  await writeFile(
    at('notes.md'),
    '---\ntitle: Written in the notes\ntags: [sea]\n---\nIt was *cold*.\n',
  );
});
afterAll(async () => {
  await app?.close();
  await rm(given, { recursive: true, force: true });
});

describe('the upload command, in the order a publisher might use it,', () => {
  let guid: string;

  test('publishes a recording with its transcript, and prints the address last', async () => {
    const names = ['--speaker', 'R=Rich Bowen', '--speaker', 'F=Flavio Percoco'];
    const { code, stdout, stderr } = await upload(
      at('talk.mp3'),
      ...['--transcript', at('talk.txt'), '--tag', 'openstack', ...names],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
    expect(stdout).toBe(`${app.url}/episodes/by-the-sea/\n`);
    expect(stderr).toContain('title: By the sea  (from the recording’s tags)');
    expect(stderr).toMatch(/date: 2019-05-04.*\(from the recording’s tags\)/);
    const html = await page('/episodes/by-the-sea/');
    for (const words of ['Rich Bowen', 'Flavio Percoco', 'beside the sea', 'openstack']) {
      expect(html).toContain(words);
    }
    const served = await fetch(`${app.url}/audio/by-the-sea.mp3`);
    expect(Buffer.from(await served.arrayBuffer()).equals(await readFile(at('talk.mp3')))).toBe(
      true,
    );
    guid = (await manifestOf(app.episodesDir, 'by-the-sea')).episode.guid;
    expect(await leftBehind()).toEqual(nothing);
  });

  test('makes no second episode of the same, and does not send the recording again', async () => {
    const { code, stdout, stderr } = await upload(at('talk.mp3'), '--transcript', at('talk.txt'));
    expect([code, stdout]).toEqual([0, `${app.url}/episodes/by-the-sea/\n`]);
    expect(stderr).toContain('holds this recording already');
    expect(stderr).not.toContain('Sending the recording');
    expect(await slugs()).toEqual(['by-the-sea']);
  });

  test('changes what is given anew in the same episode, and nothing else', async () => {
    await upload(at('talk.mp3'), '--title', 'By the lake', '--transcript', at('talk.vtt'));
    const { episode } = await manifestOf(app.episodesDir, 'by-the-sea');
    expect(episode).toMatchObject({
      guid,
      title: 'By the lake',
      tags: ['openstack'],
      date: '2019-05-04T00:00:00.000Z',
      transcript: { timing: 'cues', given: 'transcript.vtt' },
    });
    expect(await readdir(join(app.episodesDir, 'by-the-sea'))).not.toContain('transcript.txt');
    expect(await page('/episodes/by-the-sea/')).toContain('By the lake');
    expect(await leftBehind()).toEqual(nothing);
  });

  test('moves the episode to another slug, and the old addresses lead there', async () => {
    const { code, stdout } = await upload(at('talk.mp3'), '--slug', 'lake');
    expect([code, stdout]).toEqual([0, `${app.url}/episodes/lake/\n`]);
    expect(await slugs()).toEqual(['lake']);
    for (const path of ['/episodes/%/', '/audio/%.mp3', '/episodes/%/transcript.vtt']) {
      const response = await fetch(app.url + path.replace('%', 'by-the-sea'), {
        redirect: 'manual',
      });
      expect(response.headers.get('location')).toBe(path.replace('%', 'lake'));
    }
    expect(await page('/feed.xml')).toContain(`>${guid}<`);
  });

  test('moves it back to where it was', async () => {
    await upload(at('talk.mp3'), '--slug', 'by-the-sea');
    expect((await manifestOf(app.episodesDir, 'by-the-sea')).formerSlugs).toEqual(['lake']);
    expect((await fetch(`${app.url}/episodes/by-the-sea/`, { redirect: 'manual' })).status).toBe(
      200,
    );
  });

  test('refuses another recording under a taken slug before it is sent', async () => {
    const { code, stdout, stderr } = await upload(at('other.mp3'), '--slug', 'by-the-sea');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('“by-the-sea” is already an episode with another recording.');
    expect(stderr).toContain('--replace-recording');
    expect(stderr).not.toContain('Sending');
    expect(await leftBehind()).toEqual(nothing);
  });

  test('gives the episode another recording where that is asked for', async () => {
    const { code } = await upload(at('other.mp3'), '--slug', 'by-the-sea', '--replace-recording');
    expect(code).toBe(0);
    const { episode, recording } = await manifestOf(app.episodesDir, 'by-the-sea');
    expect([episode.guid, episode.title]).toEqual([guid, 'By the lake']);
    expect(recording.name).toBe('other.mp3');
    const served = await fetch(`${app.url}/audio/by-the-sea.mp3`);
    expect(Buffer.from(await served.arrayBuffer()).equals(await readFile(at('other.mp3')))).toBe(
      true,
    );
  });

  test('replaces it by one of another kind, and leaves the old one nowhere', async () => {
    const { code } = await upload(at('third.wav'), '--slug', 'by-the-sea', '--replace-recording');
    expect(code).toBe(0);
    const files = await readdir(join(app.episodesDir, 'by-the-sea'));
    expect(files.filter((name) => name.startsWith('recording'))).toEqual(['recording.wav']);
    const { episode } = await manifestOf(app.episodesDir, 'by-the-sea');
    expect(episode.audio.loudness.integrated).toBeGreaterThan(-16.5);
    expect(episode.audio.loudness.integrated).toBeLessThan(-15.5);
    expect(episode.guid).toBe(guid);
  });
});

describe('the upload command', () => {
  test('takes title and slug from the notes before the recording’s tags', async () => {
    const { code, stdout } = await upload(at('talk.mp3'), '--notes', at('notes.md'), '--json');
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as Record<string, unknown>;
    expect(result).toMatchObject({
      slug: 'written-in-the-notes',
      url: `${app.url}/episodes/written-in-the-notes/`,
      chose: expect.arrayContaining([
        { field: 'title', value: 'Written in the notes', from: 'episode.md' },
      ]),
      warnings: [expect.stringContaining('no transcript yet')],
    });
    expect(await page('/episodes/written-in-the-notes/')).toContain('<em>cold</em>');
  });

  test('makes a title and an address of any file name', async () => {
    await makeRecording(at('2024-03-01 Größe — Nr. 5.mp3'), { hz: 500 });
    const { stdout, stderr } = await upload(at('2024-03-01 Größe — Nr. 5.mp3'));
    expect(stdout).toBe(`${app.url}/episodes/groesse-nr-5/\n`);
    expect(stderr).toContain('title: Größe — Nr 5  (from the file name)');
    expect(stderr).toContain('date: 2024-03-01T00:00:00.000Z  (from the file name)');
  });

  test('checks and sends nothing on a dry run', async () => {
    await makeRecording(at('dry.mp3'), { hz: 600 });
    const before = await slugs();
    const { code, stdout, stderr } = await upload(
      at('dry.mp3'),
      ...['--transcript', at('talk.txt'), '--dry-run'],
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('Nothing was sent');
    expect(stderr).toContain('3 turns');
    expect([await slugs(), await leftBehind()]).toEqual([before, nothing]);
  });

  test('says whom it takes initials for where the opening names people, until somebody else does', async () => {
    await makeRecording(at('named.mp3'), { hz: 900 });
    await writeFile(
      at('named.txt'),
      'R: This is Ruth Ansell.\nMy guest is Frank Moss.\n\nF: Thanks, Ruth.\n\nR: Let us begin.\n',
    );
    const words = ['--transcript', at('named.txt')];
    const dry = await upload(at('named.mp3'), ...words, '--dry-run');
    expect(dry.stderr).toContain('The opening makes us take R for Ruth Ansell, F for Frank Moss');
    const { code, stderr } = await upload(at('named.mp3'), ...words);
    expect(code).toBe(0);
    expect(stderr).toContain('R was taken to be Ruth Ansell and F Frank Moss');
    expect(await page('/episodes/named/transcript.txt')).toMatch(/^Ruth Ansell: This is/);
    const kept = await upload(at('named.mp3'), '--speaker', 'R=R');
    expect(kept.stderr).not.toContain('R was taken');
    expect(await page('/episodes/named/transcript.txt')).toMatch(/^R: This is/);
  });

  test('prepares a draft that only its secret link shows, and makes it public later', async () => {
    await makeRecording(at('draft.mp3'), { hz: 700 });
    const { stdout: secret } = await upload(at('draft.mp3'), '--draft');
    const address = `${app.url}/episodes/draft/`;
    expect((await fetch(address)).status).toBe(404);
    expect((await fetch(secret.trim())).status).toBe(200);
    const { stdout } = await upload(at('draft.mp3'), '--no-draft');
    expect(stdout.trim()).toBe(address);
    expect((await fetch(address)).status).toBe(200);
  });

  test('run twice at the same time makes one episode', async () => {
    await makeRecording(at('twice.mp3'), { hz: 800 });
    const results = await Promise.all([upload(at('twice.mp3')), upload(at('twice.mp3'))]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    const { code, stderr } = await upload(at('twice.mp3'));
    expect([code, (await slugs()).filter((slug) => slug.startsWith('twice'))]).toEqual([
      0,
      ['twice'],
    ]);
    expect(stderr).toContain('holds this recording already');
    expect(await leftBehind()).toEqual(nothing);
  });
});
