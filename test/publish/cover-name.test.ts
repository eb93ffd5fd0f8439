import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runUpload } from '../cli/run-upload.ts';
import { makeRecording, manifestOf } from '../sample-episode.ts';
import { type StartedApp, startApp } from '../serve.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let app: StartedApp;
let folder: string;
beforeAll(async () => {
  app = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'alongside-given-'));
});
afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a cover is kept under the ending of what it is, whatever it was called', async () => {
  const talk = await makeRecording(join(folder, 'talk.mp3'));
  for (const name of ['cover.jpg', 'scan.webp', 'picture']) {
    await writeFile(join(folder, name), png);
    const { code, stderr } = await runUpload(app, [talk, '--cover', join(folder, name)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
    const covers = (await readdir(join(app.episodesDir, 'talk'))).filter((file) =>
      file.startsWith('cover'),
    );
    expect([name, covers]).toEqual([name, ['cover.png']]);
    expect((await manifestOf(app.episodesDir, 'talk')).episode.cover?.type).toBe('image/png');
  }
});
