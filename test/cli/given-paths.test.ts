import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRecording, plainTranscript } from '../sample-episode.ts';
import { startUpload } from './run-upload.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-called-from-'));
  await makeRecording(join(folder, 'talk.wav'));
  await writeFile(join(folder, 'talk.txt'), plainTranscript);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As npm runs it: in the project's folder, with the caller's in INIT_CWD. */
const check = (...args: string[]) =>
  startUpload(null, [...args, '--dry-run'], { INIT_CWD: folder }).done;

test('names of files are meant in the folder npm was called from', async () => {
  const { code, stderr } = await check('talk.wav', '--transcript', './talk.txt');
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
  expect(stderr).toMatch(/^talk\.wav: .*\ntalk\.txt: /);
});

test('a file that is not there is named with the folder it was looked for in', async () => {
  const { code, stderr } = await check('talk.wav', '--transcript', 'tlak.txt');
  expect(code).toBe(1);
  expect(stderr).toBe(
    `${join(folder, 'tlak.txt')}: There is no such file.\nCheck the name and the folder it is in.\n`,
  );
});
