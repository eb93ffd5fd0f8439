import { statSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followJob } from '../../src/cli/follow-job.ts';
import { type Entry, readStatus, type StatusNews } from '../../src/cli/read-status.ts';
import { sendFile } from '../../src/cli/send-file.ts';
import { call } from '../../src/cli/server-api.ts';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { hashFile } from '../../src/store/hash-file.ts';
import { makeRecording, putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
let folder: string;
const at = (name: string) => join(folder, name);
const news: StatusNews[] = [];

/** An ffmpeg that hangs where it is to make an MP3, for as long as a file called `hold` lies beside it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-status-'));
  const { path } = await findFfmpeg(process.env.FFMPEG_PATH ?? null);
  const script = `#!/bin/sh
case "$*" in *libmp3lame*) if [ -e "${at('hold')}" ]; then echo $$ > "${at('pid')}"; exec sleep 60; fi;; esac
exec "${path}" "$@"
`;
  await writeFile(at('ffmpeg'), script);
  await chmod(at('ffmpeg'), 0o755);
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'talk', { 'recording.mp3': null });
  await putEpisode(episodesDir, 'broken', { 'recording.mp3': 'This is no sound at all.' });
  app = await startApp({ episodesDir, settings: { FFMPEG_PATH: at('ffmpeg') } });
  readStatus(app, (one) => news.push(one)).catch(() => {});
});
afterAll(async () => {
  await rm(at('hold'), { force: true });
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const status = async () => (await call<{ episodes: Entry[] }>(app, '/api/episodes')).episodes;
const entry = async (slug: string) => (await status()).find((one) => one.slug === slug);
const retry = (slug: string) => call<{ job: string }>(app, `/api/episodes/${slug}/retry`, {});
const cancel = (job: string) => call(app, `/api/jobs/${job}/cancel`, {});
const ended = (job: string) => followJob(app, job, () => {});
const told = (slug: string) =>
  news.flatMap((one) =>
    one.event === 'episode' && one.episode.slug === slug ? [one.episode] : [],
  );

async function encoding(slug: string): Promise<string> {
  await expect
    .poll(() => (statSync(at('pid'), { throwIfNoEntry: false })?.size ?? 0) > 0, {
      timeout: 15_000,
      interval: 100,
    })
    .toBe(true);
  const { job } = (await entry(slug))?.publishing ?? {};
  return job ?? '';
}

async function send(name: string, hz: number): Promise<{ job: string }> {
  const path = await makeRecording(at(name), { hz });
  const sha256 = await hashFile(path);
  const file = { path, sha256, recording: sha256, resumeAt: null };
  const upload = await sendFile(file, app, () => {});
  return call(app, '/api/episodes', { recording: { upload }, options: { title: 'A new talk' } });
}

test('what is published and what could not be are listed alike', async () => {
  expect(await status()).toEqual([
    {
      slug: 'talk',
      title: expect.any(String),
      date: expect.any(String),
      state: 'public',
      url: `${app.url}/episodes/talk/`,
      publishing: null,
      failure: null,
      warnings: [],
    },
    {
      slug: 'broken',
      title: null,
      date: null,
      state: 'failed',
      url: `${app.url}/episodes/broken/`,
      publishing: null,
      failure: expect.objectContaining({
        code: expect.stringMatching(/^recording_/),
        file: 'recording.mp3',
        remedy: expect.stringMatching(/\.$/),
        since: expect.stringMatching(/^\d{4}-.*Z$/),
      }),
      warnings: [],
    },
  ]);
  expect(await call(app, '/api/episodes/broken')).toMatchObject({ state: 'failed', report: null });
});

test('only what has failed can be begun anew', async () => {
  const { job } = await retry('broken');
  expect((await ended(job)).state).toBe('failed');
  expect(await entry('broken')).toMatchObject({ state: 'failed', failure: { job } });
  await expect(retry('talk')).rejects.toMatchObject({ code: 'nothing_to_retry' });
  await expect(retry('nothing')).rejects.toMatchObject({ code: 'episode_not_found' });
  await expect(cancel(job)).rejects.toMatchObject({ code: 'nothing_to_cancel' });
  await expect(cancel('nothing')).rejects.toMatchObject({ code: 'job_not_found' });
});

test('an upload that is cancelled ends with its ffmpeg and leaves nothing, and another one waiting neither', async () => {
  await writeFile(at('hold'), '');
  const running = await send('one.wav', 500);
  await encoding('a-new-talk');
  expect(await entry('a-new-talk')).toMatchObject({ state: 'publishing', title: 'A new talk' });
  await expect(retry('a-new-talk')).rejects.toMatchObject({ code: 'nothing_to_retry' });
  const pid = Number(await readFile(at('pid'), 'utf8'));

  await rm(at('pid'));
  await cancel(running.job);
  expect(await ended(running.job)).toMatchObject({
    state: 'failed',
    error: { code: 'cancelled', title: 'Publishing “a-new-talk” was cancelled.' },
  });
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(await entry('a-new-talk')).toBeUndefined();
  expect(await readdir(join(app.episodesDir, '.incoming', 'jobs'))).toEqual([]);
  expect(await readdir(app.episodesDir)).not.toContain('a-new-talk');
  await expect.poll(() => news).toContainEqual({ event: 'gone', slug: 'a-new-talk' });
});

test('a folder that is cancelled stays as it is until someone wants it otherwise', async () => {
  await putEpisode(app.episodesDir, 'held', { 'recording.wav': null });
  const job = await encoding('held');
  const waiting = await send('two.wav', 600);
  expect(await entry('a-new-talk')).toMatchObject({ publishing: { state: 'waiting' } });
  await cancel(waiting.job);
  expect(await entry('a-new-talk')).toBeUndefined();

  await cancel(job);
  await ended(job);
  expect(await entry('held')).toMatchObject({ state: 'failed', failure: { code: 'cancelled' } });
  await rm(at('hold'));
  await sleep(1500);
  expect(await entry('held')).toMatchObject({ state: 'failed', publishing: null });

  await ended((await retry('held')).job);
  expect(await entry('held')).toMatchObject({ state: 'public', failure: null, publishing: null });
});

test('all of it is told live', async () => {
  expect(news[0]).toMatchObject({
    event: 'status',
    episodes: [{ slug: 'talk' }, { slug: 'broken' }],
  });
  await expect.poll(() => told('held').at(-1)).toMatchObject({ state: 'public', publishing: null });
  const states = told('held').map(({ state }) => state);
  expect(states.filter((state, at) => state !== states[at - 1])).toEqual([
    'publishing',
    'failed',
    'publishing',
    'public',
  ]);
});

test('what is taken away is gone, whether it was published or not', async () => {
  for (const slug of ['held', 'broken']) await rm(join(app.episodesDir, slug), { recursive: true });
  await expect
    .poll(async () => (await status()).map(({ slug }) => slug), { timeout: 10_000, interval: 200 })
    .toEqual(['talk']);
  for (const slug of ['held', 'broken']) {
    await expect.poll(() => news).toContainEqual({ event: 'gone', slug });
  }
});
