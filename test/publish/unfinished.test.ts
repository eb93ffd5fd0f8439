import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendFile } from '../../src/cli/send-file.ts';
import { hashFile } from '../../src/store/hash-file.ts';
import { makeRecording, plainTranscript, putEpisode, writeOld } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';
import { failWrites } from './fail-writes.ts';

let app: StartedApp;
let given: string;
beforeAll(async () => {
  given = await mkdtemp(join(tmpdir(), 'alongside-given-'));
  const episodesDir = await newEpisodesDir();
  const files = { 'recording.mp3': null, 'transcript.txt': plainTranscript };
  await putEpisode(episodesDir, 'talk', files);
  await putEpisode(episodesDir, 'mistaken', { 'recording.mp3': null }, { hz: 300 });
  app = await startApp({ episodesDir });
});
afterAll(async () => {
  await app?.close();
  await rm(given, { recursive: true });
});

interface Answer {
  status: number;
  job?: string;
  code?: string;
  detail?: string;
}

async function api(method: string, path: string, body: object = {}): Promise<Answer> {
  const answer = await fetch(`${app.url}/api/${path}`, {
    method,
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' },
  });
  return { ...((await answer.json()) as object), status: answer.status };
}

async function upload(path: string): Promise<string> {
  const file = { path, sha256: await hashFile(path), recording: 'talk', resumeAt: null };
  return sendFile(file, app, () => {});
}

async function correct(words: string): Promise<Answer> {
  const path = join(given, 'words.txt');
  await writeFile(path, plainTranscript.replace('a small room', words));
  return api('PUT', 'episodes/talk/transcript', { upload: await upload(path) });
}

async function ended(job = ''): Promise<string> {
  for (;;) {
    const { state } = await stateOf(job);
    if (state === 'done' || state === 'failed') return state;
    await sleep(50);
  }
}

async function stateOf(job: string): Promise<{ state: string }> {
  const headers = { authorization: `Bearer ${app.token}` };
  return (await (await fetch(`${app.url}/api/jobs/${job}`, { headers })).json()) as never;
}

const words = async () => (await fetch(`${app.url}/episodes/talk/transcript.txt`)).text();
const jobs = () => readdir(join(app.episodesDir, '.incoming', 'jobs'));

describe('a correction that a full disk has stopped', () => {
  beforeEach(async () => {
    const mend = failWrites({ [join(app.episodesDir, 'talk', 'published')]: 'ENOSPC' });
    try {
      expect(await ended((await correct('a cellar')).job)).toBe('failed');
    } finally {
      mend();
    }
    expect(await words()).not.toContain('a cellar');
  });

  test('goes on when the same is sent again', async () => {
    const [kept] = await jobs();
    const again = await correct('a cellar');
    expect([again.status, again.job]).toEqual([202, kept]);
    expect(await ended(again.job)).toBe('done');
    expect(await words()).toContain('a cellar');
    expect(await jobs()).toEqual([]);
    expect(await ended((await correct('a small room')).job)).toBe('done');
  });

  test('gives way to another correction', async () => {
    expect(await ended((await correct('an attic')).job)).toBe('done');
    expect(await words()).toContain('an attic');
    expect(await jobs()).toEqual([]);
    expect(await ended((await correct('a small room')).job)).toBe('done');
  });

  test('is not lost by what else is done, and says how to go on', async () => {
    for (const [method, path] of [
      ['POST', 'episodes/talk/unpublish'],
      ['DELETE', 'episodes/talk'],
    ] as const) {
      const refused = await api(method, path);
      expect(refused).toMatchObject({ status: 409, code: 'slug_taken' });
      expect(refused.detail).toContain('--retry talk');
    }
    const { job } = await api('POST', 'episodes/talk/retry');
    expect(await ended(job)).toBe('done');
    expect(await words()).toContain('a cellar');
    expect(await ended((await correct('a small room')).job)).toBe('done');
  });
});

test('a mistake in the folder does not cost the recording that was sent', async () => {
  await writeOld(join(app.episodesDir, 'mistaken', 'episode.md'), '---\ndate: soon\n---\n');
  const path = await makeRecording(join(given, 'better.mp3'), { hz: 600 });
  const id = await upload(path);
  const refused = await api('PUT', 'episodes/mistaken/recording', { upload: id });
  expect(refused).toMatchObject({ status: 422, code: 'details_invalid' });
  await writeOld(join(app.episodesDir, 'mistaken', 'episode.md'), '---\ndate: 2026-01-01\n---\n');
  const { job } = await api('PUT', 'episodes/mistaken/recording', { upload: id });
  expect(await ended(job)).toBe('done');
});
