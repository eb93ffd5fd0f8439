import { execFile, spawn } from 'node:child_process';
import {
  access,
  constants,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestOf, putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

/** Podcast apps as Debian has them. Each is asked where it is installed. */
const apps = ['gpo', 'newsboat', 'podboat', 'podget'] as const;
const installed = Object.fromEntries(
  await Promise.all(apps.map(async (name) => [name, await isInstalled(name)] as const)),
);
const patience = 60_000;

let app: StartedApp;
let home: string;
let feed: string;
let sounds: Buffer[];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'alongside-clients-'));
  const episodesDir = await newEpisodesDir();
  for (const [at, slug] of ['first-talk', 'second-talk'].entries()) {
    const details = `---\ntitle: The ${slug}\ndate: 2026-01-0${at + 1}\n---\nNotes of it.\n`;
    const files = { 'recording.mp3': null, 'transcript.vtt': timedTranscript };
    await putEpisode(
      episodesDir,
      slug,
      { ...files, 'episode.md': details },
      { hz: 300 + at * 100 },
    );
  }
  app = await startApp({ episodesDir });
  feed = `${app.url}/feed.xml`;
  sounds = await Promise.all(['first-talk', 'second-talk'].map(soundOf));
});
afterAll(async () => {
  await app?.close();
  await rm(home, { recursive: true, force: true });
});

describe('a podcast app subscribes, lists and downloads', () => {
  test.skipIf(!installed.gpo)('gpodder', async () => {
    const env = { GPODDER_HOME: join(home, 'gpo'), GPODDER_DOWNLOAD_DIR: join(home, 'gpo-sounds') };
    const gpo = (...args: string[]) => run('gpo', args, env);
    await gpo('subscribe', feed);
    await gpo('update');
    const listed = await gpo('episodes');
    expect(listed).toContain('The first-talk');
    expect(listed).toContain('The second-talk');
    await gpo('download');
    await expectSounds(env.GPODDER_DOWNLOAD_DIR);
  });

  test.skipIf(!installed.newsboat || !installed.podboat)('newsboat and podboat', async () => {
    const [folder, got] = [join(home, 'newsboat'), join(home, 'newsboat-sounds')];
    await mkdir(folder);
    await mkdir(got);
    const at = (name: string) => join(folder, name);
    await writeFile(at('urls'), `${feed}\n`);
    await writeFile(at('config'), `podcast-auto-enqueue yes\ndownload-path "${got}"\n`);
    const quiet = ['-q', '-u', at('urls'), '-c', at('cache.db'), '-C', at('config')];
    await run('newsboat', [...quiet, '-x', 'reload'], { HOME: folder });
    expect(await run('newsboat', [...quiet, '-x', 'print-unread'], { HOME: folder })).toContain(
      '2',
    );
    const queue = (await filesIn(folder)).find((path) => path.endsWith('queue')) ?? '';
    expect((await readFile(queue, 'utf8')).trim().split('\n')).toHaveLength(2);
    // It stays open when all is there, and asks for a terminal.
    const podboat = `podboat -a -C "${at('config')}" -q "${queue}"`;
    const child = spawn('script', ['-qec', podboat, '/dev/null'], {
      env: { ...process.env, HOME: folder, TERM: 'xterm' },
      stdio: 'ignore',
      detached: true,
    });
    try {
      await expectSounds(got);
    } finally {
      process.kill(-(child.pid as number), 'SIGKILL');
    }
  });

  test.skipIf(!installed.podget)('podget', async () => {
    const [folder, got] = [join(home, 'podget'), join(home, 'podget-sounds')];
    await mkdir(folder);
    await writeFile(join(folder, 'serverlist'), `${feed} Talks My show\n`);
    const podget = (...args: string[]) => run('podget', [...args, '-d', folder], { HOME: folder });
    await podget('--create-config', 'podgetrc').catch(() => {});
    await podget('-l', got, '--dir_session', folder, '-s');
    await expectSounds(got);
  });
});

async function isInstalled(name: string): Promise<boolean> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = await Promise.all(
    folders.map((folder) =>
      access(join(folder, name), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

async function run(name: string, args: string[], env: Record<string, string>): Promise<string> {
  const ran = promisify(execFile)(name, args, {
    env: { ...process.env, ...env, HOME: env.HOME ?? home },
    timeout: patience,
    cwd: env.HOME ?? home,
  });
  ran.child.stdin?.end();
  const { stdout, stderr } = await ran;
  return stdout + stderr;
}

async function soundOf(slug: string): Promise<Buffer> {
  const { episode } = await manifestOf(app.episodesDir, slug);
  return readFile(join(app.episodesDir, slug, 'published', episode.audio.file));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Both recordings are there, to the last byte; in a moment, if not yet. */
async function expectSounds(folder: string) {
  const bySize = (one: Buffer, other: Buffer) => Buffer.compare(one, other);
  const wanted = [...sounds].sort(bySize);
  for (const until = Date.now() + patience; ; await sleep(100)) {
    const paths = (await filesIn(folder)).filter((path) => path.endsWith('.mp3'));
    const got = (await Promise.all(paths.map((path) => readFile(path)))).sort(bySize);
    const same = got.length === 2 && got.every((bytes, at) => bytes.equals(wanted[at] as Buffer));
    if (same) return;
    if (Date.now() > until) expect(got).toEqual(wanted);
  }
}
