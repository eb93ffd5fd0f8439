import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';

const old = fileURLToPath(new URL('../fixtures/ffmpeg/old', import.meta.url));

test('without a setting some ffmpeg is found, and it says where it is from', async () => {
  const found = await findFfmpeg(null);
  expect(['PATH', '@ffmpeg-installer/ffmpeg']).toContain(found.from);
  expect(found.version).not.toBe('');
});

test('the configured ffmpeg is the one that is used', async () => {
  const { path } = await findFfmpeg(null);
  expect(await findFfmpeg(path)).toMatchObject({ path, from: 'FFMPEG_PATH' });
});

test('a configured ffmpeg that is not there is an error, not passed over', async () => {
  const work = findFfmpeg('/nowhere/ffmpeg');
  await expect(work).rejects.toMatchObject({
    code: 'ffmpeg_missing',
    message: expect.stringContaining('/nowhere/ffmpeg'),
    facts: { remedy: expect.stringContaining('apt install ffmpeg') },
  });
});

test('an ffmpeg older than version 4 is refused', async () => {
  await expect(findFfmpeg(old)).rejects.toMatchObject({ code: 'ffmpeg_missing' });
});

test('a program that is not ffmpeg is refused', async () => {
  await expect(findFfmpeg(process.execPath)).rejects.toMatchObject({ code: 'ffmpeg_missing' });
});
