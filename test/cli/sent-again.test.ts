import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRecording, manifestOf } from '../sample-episode.ts';
import { type StartedApp, startApp } from '../serve.ts';
import { runUpload } from './run-upload.ts';

let app: StartedApp;
let given: string;
beforeAll(async () => {
  app = await startApp();
  given = await mkdtemp(join(tmpdir(), 'alongside-given-'));
  await makeRecording(join(given, 'talk.mp3'));
});
afterAll(async () => {
  await app?.close();
  await rm(given, { recursive: true, force: true });
});

const upload = (...args: string[]) => runUpload(app, [join(given, 'talk.mp3'), ...args]);

test('a recording of an episode that was removed is published anew only with a word about it', async () => {
  expect((await upload('--slug', 'talk')).stderr).not.toContain('was published as');
  const headers = { authorization: `Bearer ${app.token}` };
  await fetch(`${app.url}/api/episodes/talk`, { method: 'DELETE', headers });

  const word =
    /was published as “talk” until \d{4}-\d\d-\d\d; until \d{4}-\d\d-\d\d `npm run episode -- restore talk`/;
  const dry = await upload('--slug', 'again', '--dry-run');
  expect([dry.code, dry.stderr]).toEqual([0, expect.stringMatching(word)]);
  const { code, stderr } = await upload('--slug', 'again');
  expect([code, stderr]).toEqual([0, expect.stringMatching(word)]);
  // Before it is sent, and once more in what is kept of publishing it.
  expect(stderr.search(word)).toBeLessThan(stderr.indexOf('slug: again'));
  const { report } = await manifestOf(app.episodesDir, 'again');
  expect(report.warnings[0]).toMatch(word);
});
