import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { makeLarge, makeRecording, manifestOf } from '../sample-episode.ts';
import { newEpisodesDir, removeEpisodesDir, type SpawnedServer, spawnServer } from '../serve.ts';
import { startUpload } from './run-upload.ts';

let folder: string;
let episodesDir: string;
let server: SpawnedServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-given-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  episodesDir = await newEpisodesDir();
});
afterEach(async () => {
  await server.kill();
  await removeEpisodesDir(episodesDir);
});

const inside = (part: string) => join(episodesDir, '.incoming', part);
const start = async (settings: Record<string, string> = {}) => {
  server = await spawnServer({ episodesDir, settings });
};
const startAgain = async () => {
  server = await spawnServer({ episodesDir, port: Number(new URL(server.url).port) });
};

/** An ffmpeg that takes its time to encode, so that there is time to interrupt it. */
async function slowFfmpeg(): Promise<string> {
  const { path } = await findFfmpeg(process.env.FFMPEG_PATH || null);
  const slow = join(folder, 'slow-ffmpeg');
  const wait = 'case "$*" in *libmp3lame*) sleep 10;; esac';
  await writeFile(slow, `#!/bin/sh\n${wait}\nexec "${path}" "$@"\n`, { mode: 0o755 });
  return slow;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Waits until that many bytes of an upload have arrived; returns how many there are. */
async function arrived(atLeast: number): Promise<number> {
  for (;;) {
    for (const name of await readdir(inside('uploads'))) {
      const { size } = await stat(join(inside('uploads'), name));
      if (size >= atLeast) return size;
    }
    await sleep(2);
  }
}

test('an upload goes on where it broke off, whichever side was killed', async () => {
  const large = join(folder, 'large.m4a');
  await makeLarge(large, 96 << 20);
  await start();

  const first = startUpload(server, [large]);
  await arrived(8 << 20);
  first.child.kill('SIGKILL');
  await first.done;

  const second = startUpload(server, [large]);
  const had = await arrived(30 << 20);
  await server.kill();
  expect(second.child.exitCode).toBeNull();
  expect(second.stderr()).toMatch(/Going on at ([89]|\d{2,3})\.\d MB of 100\.7 MB/);
  await startAgain();
  expect(await arrived(had)).toBeGreaterThanOrEqual(had);

  const { code, stdout, stderr } = await second.done;
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
  expect(stdout).toBe(`${server.url}/episodes/large/\n`);
  const { episode } = await manifestOf(episodesDir, 'large');
  expect([episode.audio.asGiven, episode.audio.sha256]).toEqual([true, await hashOf(large)]);
  expect(await readdir(inside('uploads'))).toEqual([]);
}, 90_000);

test('publishing goes on when its command is killed, or its server is stopped', async () => {
  const talk = await makeRecording(join(folder, 'talk.wav'));
  await start({ FFMPEG_PATH: await slowFfmpeg() });

  const first = startUpload(server, [talk]);
  while (!first.stderr().includes('Measuring the sound')) await sleep(10);
  first.child.kill('SIGKILL');
  const second = startUpload(server, [talk]);
  while (!second.stderr().includes('The server is publishing this recording')) await sleep(10);
  expect(await server.stop()).toBe(0);
  expect(await readdir(inside('jobs'))).toHaveLength(1);
  expect(await readdir(episodesDir)).not.toContain('talk');
  await startAgain();

  const { code, stdout, stderr } = await second.done;
  expect([code, stdout]).toEqual([0, `${server.url}/episodes/talk/\n`]);
  expect(stderr).toContain('The server holds this recording already');
  expect(await readdir(inside('jobs'))).toEqual([]);
}, 90_000);
