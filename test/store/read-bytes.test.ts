import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBytes, smallFiles } from '../../src/store/read-bytes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-small-'));
  await writeFile(join(folder, 'huge'), '');
  await truncate(join(folder, 'huge'), (64 << 20) + 1);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['transcript', 'transcript_not_text', 'The file is far too large for a transcript.'],
  ['cover', 'cover_unreadable', 'The file is far too large for a cover.'],
  ['details', 'details_invalid', 'The file is far too large for show notes.'],
] as const)('a file far too large for a %s is refused as one', async (part, code, message) => {
  const reading = readBytes(join(folder, 'huge'), { ...smallFiles[part], name: 'given' });
  await expect(reading).rejects.toMatchObject({ code, message, facts: { file: 'given' } });
});

test('what is no file is refused as what it was to be', async () => {
  for (const path of [folder, join(folder, 'nothing')]) {
    await expect(readBytes(path, smallFiles.cover)).rejects.toMatchObject({
      code: 'cover_unreadable',
      message: 'The file cannot be read.',
    });
  }
});
