import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { makeRecording } from '../sample-episode.ts';
import { type StartedApp, startApp } from '../serve.ts';
import { runUpload } from './run-upload.ts';

let app: StartedApp;
let folder: string;
const at = (name: string) => join(folder, name);

/** An ffmpeg that cannot encode for as long as a file called `broken` lies beside it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-passing-'));
  const { path } = await findFfmpeg(process.env.FFMPEG_PATH ?? null);
  const script = `#!/bin/sh
case "$*" in *libmp3lame*) if [ -e "${at('broken')}" ]; then echo "Cannot go on" >&2; exit 1; fi;; esac
exec "${path}" "$@"
`;
  await writeFile(at('ffmpeg'), script);
  await chmod(at('ffmpeg'), 0o755);
  await writeFile(at('broken'), '');
  await makeRecording(at('talk.wav'), {});
  app = await startApp({ settings: { FFMPEG_PATH: at('ffmpeg') } });
});
afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

test('publishing that failed for a passing reason goes on by itself when the command is run again', async () => {
  const failed = await runUpload(app, [at('talk.wav')]);
  expect(failed.code).toBe(1);
  expect(failed.stdout).toBe('');
  expect((await fetch(`${app.url}/episodes/talk/`)).status).toBe(404);
  expect(await readdir(join(app.episodesDir, '.incoming', 'jobs'))).toHaveLength(1);

  await rm(at('broken'));
  const again = await runUpload(app, [at('talk.wav')]);
  expect(again).toMatchObject({ code: 0, stdout: `${app.url}/episodes/talk/\n` });
  expect(again.stderr).not.toContain('Sending the recording');
  expect(await readdir(join(app.episodesDir, '.incoming', 'jobs'))).toEqual([]);
});
