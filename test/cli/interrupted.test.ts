import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeRecording, manifestOf } from '../sample-episode.ts';
import { newEpisodesDir, removeEpisodesDir, type SpawnedServer, spawnServer } from '../serve.ts';
import { runUpload, startUpload } from './run-upload.ts';

let folder: string;
let episodesDir: string;
let server: SpawnedServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-given-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  episodesDir = await newEpisodesDir();
  server = await spawnServer({ episodesDir });
});
afterEach(async () => {
  await server.kill();
  await removeEpisodesDir(episodesDir);
});

const inside = (part: string) => join(episodesDir, '.incoming', part);
const restart = async () => {
  server = await spawnServer({ episodesDir, port: Number(new URL(server.url).port) });
};

/** A short sound in a file as large as one likes: MP4 has boxes of free space. */
async function makeLarge(path: string, bytes: number) {
  await makeRecording(path);
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  const head = Buffer.alloc(8);
  head.writeUInt32BE(bytes - size, 0);
  head.write('free', 4, 'latin1');
  await file.write(head, 0, 8, size);
  await file.truncate(bytes);
  await file.close();
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

describe('an upload', () => {
  test('goes on where it broke off, whichever side was killed', async () => {
    const large = join(folder, 'large.m4a');
    await makeLarge(large, 320 << 20);

    const first = startUpload(server, [large]);
    await arrived(30 << 20);
    first.child.kill('SIGKILL');
    await first.done;

    const second = startUpload(server, [large]);
    const had = await arrived(100 << 20);
    await server.kill();
    expect(second.child.exitCode).toBeNull();
    expect(second.stderr()).toMatch(/Going on at (3[1-9]|[4-9]\d|\d{3})\.\d MB of 335\.5 MB/);
    await restart();
    expect(await arrived(had)).toBeGreaterThanOrEqual(had);

    const { code, stdout, stderr } = await second.done;
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
    expect(stdout).toBe(`${server.url}/episodes/large/\n`);
    const { episode } = await manifestOf(episodesDir, 'large');
    expect([episode.audio.asGiven, episode.audio.sha256]).toEqual([true, await hashOf(large)]);
    expect(await readdir(inside('uploads'))).toEqual([]);
  });
});

describe('publishing', () => {
  test('that the operator stops goes on at the next start, and the command waits', async () => {
    const long = await makeRecording(join(folder, 'long.wav'), { seconds: 240 });
    const upload = startUpload(server, [long]);
    while (!upload.stderr().includes('Measuring the sound')) await sleep(10);
    expect(await server.stop()).toBe(0);
    expect(await readdir(inside('jobs'))).toHaveLength(1);
    expect(await readdir(episodesDir)).not.toContain('long');
    await restart();
    const { code, stdout } = await upload.done;
    expect([code, stdout]).toEqual([0, `${server.url}/episodes/long/\n`]);
    expect(await readdir(inside('jobs'))).toEqual([]);
  });

  test('is waited for by a command that is run again meanwhile', async () => {
    const long = await makeRecording(join(folder, 'longer.wav'), { seconds: 200 });
    const first = startUpload(server, [long]);
    while (!first.stderr().includes('Measuring the sound')) await sleep(10);
    first.child.kill('SIGKILL');
    const { code, stderr } = await runUpload(server, [long]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
    expect(stderr).toContain('The server is publishing this recording');
    expect(stderr).toContain('The server holds this recording already');
    const shown = (await readdir(episodesDir)).filter((name) => name.startsWith('longer'));
    expect(shown).toEqual(['longer']);
  });
});
