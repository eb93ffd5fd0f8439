import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { runUpload, startCommand } from '../cli/run-upload.ts';
import { expectWhole } from '../publish/kill-points.ts';
import { makeLarge, manifestOf, plainTranscript, putEpisode } from '../sample-episode.ts';
import {
  createGate,
  type Gate,
  mountSmallDisk,
  type SmallDisk,
  whyNoSmallDisk,
} from './small-disk.ts';

const why = whyNoSmallDisk();
if (why !== null) process.stderr.write(`${why}\n`);

const main = join(import.meta.dirname, '..', '..', 'dist', 'main.js');
const corrected = plainTranscript.replace('a small room', 'a small hut');
const soon = { timeout: 60_000, interval: 100 };

let disk: SmallDisk;
let gate: Gate;
let given: string;
let server: { url: string; token: string; log(): string; stop(): Promise<void> };
let episodesDir: string;
const at = (name: string) => join(given, name);

beforeAll(async () => {
  if (why !== null) return;
  given = await mkdtemp(join(tmpdir(), 'alongside-given-'));
  await makeLarge(at('large.m4a'), 8 << 20);
  await writeFile(at('corrected.txt'), corrected);
  const { path } = await findFfmpeg(process.env.FFMPEG_PATH ?? null);
  gate = createGate(given, path);
  // The search index stays open.
  disk = await mountSmallDisk(256, join('episodes', '.search'));
  episodesDir = join(disk.seen, 'episodes');
  for (const slug of ['talk', 'other']) {
    const files = { 'recording.mp3': null, 'transcript.txt': plainTranscript };
    await putEpisode(episodesDir, slug, files, { hz: slug === 'talk' ? 440 : 300 });
  }
  server = await startOn(disk);
  await untilPublic();
});
afterAll(async () => {
  if (why !== null) return;
  await gate.open();
  await server?.stop();
  await disk?.remove();
  await rm(given, { recursive: true, force: true });
});

async function startOn({ enter, path }: SmallDisk): Promise<typeof server> {
  const [command = '', ...args] = [...enter, process.execPath, main];
  const { PATH = '', HOME = '' } = process.env;
  const settings = { EPISODES_DIR: join(path, 'episodes'), PORT: '0', ...gate.settings };
  const child = spawn(command, args, {
    env: { PATH, HOME, ...settings },
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const url = /listening on (\S+)/.exec(String(line))?.[1] ?? '';
  const token = (await readFile(join(episodesDir, '.upload-token'), 'utf8')).trim();
  return {
    ...{ url, token, log: () => log },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

const api = async (path: string, method = 'GET') => {
  const headers = { authorization: `Bearer ${server.token}` };
  return (await fetch(`${server.url}/api${path}`, { method, headers })).json();
};

interface Entry {
  slug: string;
  failure: { code: string; detail: string } | null;
}
const failureOf = async (slug: string) => {
  const { episodes } = (await api('/episodes')) as { episodes: Entry[] };
  return episodes.find((one) => one.slug === slug)?.failure ?? null;
};

const isPublic = async (slug: string) => {
  const parts = [`/episodes/${slug}/`, `/audio/${slug}.mp3`, '/feed.xml'];
  const answers = await Promise.all(parts.map((path) => fetch(server.url + path)));
  const feed = (await answers.at(-1)?.text()) ?? '';
  return answers.every(({ status }) => status === 200) && feed.includes(`/episodes/${slug}/`);
};
const untilPublic = async () => {
  while (!(await isPublic('talk')) || !(await isPublic('other'))) await sleep(200);
};
const expectPublic = async () => {
  expect(await isPublic('talk')).toBe(true);
  expect(await isPublic('other')).toBe(true);
};

const faults = {
  'is full': {
    ...{ code: 'disk_full', remedy: /Make room/ },
    happen: () => disk.fill(),
    mend: () => disk.free(),
  },
  'can only be read': {
    ...{ code: 'folder_read_only', remedy: /right to write/ },
    happen: () => disk.close(),
    mend: () => disk.reopen(),
  },
} as const;

afterEach(async () => {
  if (why !== null) return;
  await gate.open();
  await disk.reopen();
  await disk.free();
});

describe.skipIf(why !== null).each(Object.keys(faults) as (keyof typeof faults)[])(
  'a disk that %s',
  (name) => {
    const fault = faults[name];
    const slug = name.replaceAll(' ', '-');

    test('while a recording arrives lets the rest come once it is mended', async () => {
      const bytes = await readFile(at('large.m4a'));
      const half = bytes.length >> 1;
      const headers = { authorization: `Bearer ${server.token}`, 'tus-resumable': '1.0.0' };
      const created = await fetch(`${server.url}/api/uploads`, {
        method: 'POST',
        headers: { ...headers, 'upload-length': String(bytes.length) },
      });
      expect(created.status).toBe(201);
      const upload = new URL(created.headers.get('location') ?? '', server.url);
      const send = (from: number, to: number) =>
        fetch(upload, {
          method: 'PATCH',
          headers: {
            ...headers,
            'content-type': 'application/offset+octet-stream',
            'upload-offset': String(from),
          },
          body: bytes.subarray(from, to),
        });
      expect((await send(0, half)).status).toBe(204);
      await fault.happen();
      const failed = await send(half, bytes.length).catch(() => null);
      expect(failed?.status ?? 500).toBeGreaterThanOrEqual(500);
      await expectPublic();
      await fault.mend();
      const { headers: now } = await fetch(upload, { method: 'HEAD', headers });
      const arrived = Number(now.get('upload-offset'));
      expect(arrived).toBeGreaterThanOrEqual(half);
      expect((await send(arrived, bytes.length)).status).toBe(204);
      await fetch(upload, { method: 'DELETE', headers });
    });

    test.each([
      ['the check of an upload', 0, slug, () => ['upload', at('large.m4a'), '--slug', slug]],
      ['publishing', 1, slug, () => ['upload', at('large.m4a'), '--slug', slug]],
      ['a correction', 0, 'talk', () => ['episode', 'correct', 'talk', at('corrected.txt')]],
    ])('during %s says what to do, and all is done once it is mended', async (...each) => {
      const [, passing, about, of] = each;
      const [command = '', ...args] = of();
      await gate.shut(passing);
      const running = startCommand(command, server, args);
      await expect.poll(() => existsSync(gate.waiting), soon).toBe(true);
      await fault.happen();
      await gate.open();
      const { code, stderr } = await running.done;
      expect([code, stderr]).toEqual([1, expect.stringMatching(fault.remedy)]);
      await expectPublic();
      // What was refused before it was accepted is only the command’s to know.
      if (passing > 0 || about === 'talk') {
        expect(await failureOf(about)).toMatchObject({
          code: fault.code,
          detail: expect.stringMatching(fault.remedy),
        });
        expect(server.log()).toMatch(fault.remedy);
      }
      await fault.mend();
      const again = await startCommand(command, server, args).done;
      expect([again.code, again.stderr]).toEqual([0, again.stderr]);
      expect(await failureOf(about)).toBeNull();
      await expectPublic();
      await expectWhole(episodesDir, name);
      if (about === slug) {
        const headers = { authorization: `Bearer ${server.token}` };
        await fetch(`${server.url}/api/episodes/${slug}`, { method: 'DELETE', headers });
      } else {
        const { transcript } = (await manifestOf(episodesDir, 'talk')).episode;
        const copy = join(episodesDir, 'talk', 'published', transcript?.copy ?? '');
        expect(await readFile(copy, 'utf8')).toBe(corrected);
        await writeFile(at('before.txt'), plainTranscript);
        await startCommand('episode', server, ['correct', 'talk', at('before.txt')]).done;
      }
    });
  },
);

test.skipIf(why !== null)('an ffmpeg that hangs is ended when its job is called off', async () => {
  // The first looks whether it is a recording, before there is a job.
  await gate.shut(1);
  const args = [at('large.m4a'), '--slug', 'hangs'];
  const running = startCommand('upload', server, args);
  const active = async () => (await api('/episodes')).publishing as { job: string }[];
  await expect.poll(async () => (await active()).length, soon).toBe(1);
  await expect.poll(() => existsSync(gate.waiting), soon).toBe(true);
  await expectPublic();
  const [job] = await active();
  await api(`/jobs/${job?.job}/cancel`, 'POST');
  const { code, stderr } = await running.done;
  expect([code, stderr]).toEqual([1, expect.stringMatching(/cancel/i)]);
  await expectPublic();
  await gate.open();
  await sleep(500);
  expect((await runUpload(server, args)).code).toBe(0);
});
