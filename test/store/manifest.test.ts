import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifestVersion, readManifest } from '../../src/store/manifest.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-manifest-'));
  await mkdir(join(folder, 'published'));
});
afterAll(() => rm(folder, { recursive: true }));

const written = (version: number) => ({
  version,
  madeFrom: { 'recording.mp3': '1-2' },
  episode: { title: 'Bells', guid: 'bells', transcript: { file: 'words.json' } },
});
async function reread(version: number) {
  await writeFile(join(folder, 'published', 'manifest.json'), JSON.stringify(written(version)));
  return readManifest(folder);
}

test('a manifest of the version before still shows its episode, and is made anew', async () => {
  const manifest = await reread(manifestVersion - 1);
  expect(manifest?.episode).toMatchObject({
    title: 'Bells',
    corrected: null,
    transcript: { copy: null },
  });
  expect(manifest?.madeFrom).toEqual({});
});

test('one of another version is none', async () => {
  expect(await reread(manifestVersion)).toEqual(written(manifestVersion));
  expect(await reread(manifestVersion + 1)).toBeNull();
  expect(await reread(1)).toBeNull();
});
