import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBeingSent } from '../../src/http/being-sent.ts';
import { layoutOf } from '../../src/store/layout.ts';

const [mine, theirs] = ['a'.repeat(64), 'b'.repeat(64)];
const id = '0'.repeat(32);
let folder: string;
let clock = 0;
let announce: ReturnType<typeof createBeingSent>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-sent-'));
  announce = createBeingSent(layoutOf(folder), () => clock);
  await announce('talk', theirs);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Some of theirs has arrived. */
async function arrive(bytes: number) {
  const { uploads } = layoutOf(folder);
  await mkdir(uploads, { recursive: true });
  const metadata = { filename: 'talk.wav', sha256: theirs, recording: theirs };
  await writeFile(join(uploads, `${id}.json`), JSON.stringify({ size: 10, metadata }));
  await writeFile(join(uploads, id), Buffer.alloc(bytes));
}

test('of two who send for one episode, the second is told before', async () => {
  await arrive(4);
  await expect(announce('talk', mine)).rejects.toMatchObject({ code: 'slug_taken' });
  await announce('talk', theirs);
  await announce('other', mine);
});

test('what does not come on any more keeps nobody from sending', async () => {
  await arrive(4);
  await expect(announce('talk', mine)).rejects.toThrow('being sent');
  clock += 19_000;
  await expect(announce('talk', mine)).rejects.toThrow('being sent');
  clock += 2000;
  await announce('talk', mine);
});

test('what has arrived, or was refused, keeps nobody from sending either', async () => {
  await announce('talk', mine);
  await announce('talk', theirs);
  await arrive(10);
  await announce('talk', mine);
});
