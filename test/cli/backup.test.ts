import { execFile } from 'node:child_process';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifestOf, plainTranscript, putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, removeEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
let other: StartedApp;
let file: string;

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  file = join(episodesDir, '..', 'show.tar');
  for (const slug of ['talk', 'walk']) {
    await putEpisode(episodesDir, slug, { 'recording.wav': null, 'talk.txt': plainTranscript });
  }
  app = await startApp({ episodesDir });
  other = await startApp();
});
afterAll(async () => {
  await other?.close();
  await app?.close();
});

/** Runs a built command as npm does, and returns what it printed. */
function run(name: 'backup' | 'restore', args: string[], episodesDir = app.episodesDir) {
  const script = join(import.meta.dirname, '..', '..', 'dist', 'scripts', `${name}.js`);
  const { PATH = '' } = process.env;
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { env: { PATH, EPISODES_DIR: episodesDir } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

test('a show is backed up while it is served, and the backup verified', async () => {
  const made = await run('backup', [file]);
  expect(made.stderr).toBe('Backing up …\n');
  expect(made.stdout).toMatch(/show\.tar has 2 episodes, \d+ files, \d\.\d MB\.\n$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const { stdout } = await run('backup', [file, '--verify', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ whole: true, episodes: ['talk', 'walk'] });
});

test('an episode that is restored while another server runs appears as it was', async () => {
  const dry = await run('restore', [file, '--slug', 'talk', '--dry-run'], other.episodesDir);
  expect(dry.stdout).toBe('talk would be put there\n');
  const { code, stdout } = await run('restore', [file, '--slug', 'talk'], other.episodesDir);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'talk was put there\n' });
  const written = () => stat(join(other.episodesDir, 'talk', 'published', 'manifest.json'));
  const { mtimeMs } = await written();
  while ((await fetch(`${other.url}/episodes/talk/`)).status !== 200) await sleep(50);
  expect((await written()).mtimeMs).toBe(mtimeMs);
  expect((await fetch(`${other.url}/episodes/walk/`)).status).toBe(404);
});

test('a show that is restored to nothing is published without being made anew', async () => {
  const episodesDir = await newEpisodesDir();
  expect((await run('restore', [file], episodesDir)).code).toBe(0);
  const written = () => stat(join(episodesDir, 'talk', 'published', 'manifest.json'));
  const { mtimeMs } = await written();
  const started = await startApp({ episodesDir });
  expect((await fetch(`${started.url}/episodes/walk/`)).status).toBe(200);
  expect((await written()).mtimeMs).toBe(mtimeMs);
  expect(await manifestOf(episodesDir, 'talk')).toEqual(await manifestOf(app.episodesDir, 'talk'));
  const guid = async (folder: string) => readFile(join(folder, '.show.json'), 'utf8');
  expect(await guid(episodesDir)).toBe(await guid(app.episodesDir));
  await started.close();
});

test.each([
  ['a file inside the show', () => join(app.episodesDir, 'show.tar'), /folder that it backs up/],
  ['a folder that is not there', () => join(file, '..', 'no', 'show.tar'), /There is no folder/],
])('a backup to %s is refused', async (_what, path, message) => {
  const { code, stderr } = await run('backup', [path()]);
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
});

test('a restore of what is no backup says so and leaves nothing', async () => {
  const episodesDir = await newEpisodesDir();
  const recording = join(app.episodesDir, 'talk', 'recording.wav');
  const { code, stderr } = await run('restore', [recording], episodesDir);
  expect(code).toBe(1);
  expect(stderr).toMatch(/recording\.wav: This is no backup.*\n.*Nothing was changed/);
  await expect(stat(episodesDir)).rejects.toThrow(/ENOENT/);
  await removeEpisodesDir(episodesDir);
  await rm(file);
});
