import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newEpisodesDir, removeEpisodesDir, type SpawnedServer, spawnServer } from '../serve.ts';

let server: SpawnedServer | undefined;
const started: string[] = [];
afterEach(async () => {
  await server?.kill();
  server = undefined;
  for (const folder of started.splice(0)) await removeEpisodesDir(folder);
});
const newFolder = async () => {
  const folder = await newEpisodesDir();
  started.push(folder);
  return folder;
};

/** What a server that does not start says on stderr. */
async function refusal(options: Parameters<typeof spawnServer>[0]): Promise<string> {
  const episodesDir = await newFolder();
  return spawnServer({ ...options, episodesDir }).then(
    () => 'It started.',
    (error: Error) => error.message,
  );
}

test('a server says where it listens, answers, and ends in peace', async () => {
  server = await spawnServer({ episodesDir: await newFolder() });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(server.stderr()).toMatch(/^Using ffmpeg \S+ from /m);
  // Whoever follows, and a browser that has opened a connection ahead of need, hold it up no longer.
  const headers = { authorization: `Bearer ${server.token}` };
  await fetch(`${server.url}/api/events`, { headers });
  const { port, hostname } = new URL(server.url);
  await once(connect(Number(port), hostname), 'connect');
  const began = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - began).toBeLessThan(5000);
});

test('a server that takes a token from the environment keeps none in the folder', async () => {
  const UPLOAD_TOKEN = 'a-token-from-elsewhere';
  server = await spawnServer({ episodesDir: await newFolder(), settings: { UPLOAD_TOKEN } });
  expect(await readdir(server.episodesDir)).not.toContain('.upload-token');
  const headers = { authorization: `Bearer ${UPLOAD_TOKEN}` };
  expect((await fetch(`${server.url}/api/episodes`, { headers })).status).toBe(200);
});

test.each([
  ['::1', /^http:\/\/\[::1\]:\d+$/],
  ['::', /^http:\/\/127\.0\.0\.1:\d+$/],
])('a server that listens on %s is found at the address it says', async (HOST, address) => {
  server = await spawnServer({ episodesDir: await newFolder(), settings: { HOST } });
  expect(server.url).toMatch(address);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('a port that is taken is named, with what to do', async () => {
  server = await spawnServer({ episodesDir: await newFolder() });
  const port = Number(new URL(server.url).port);
  const said = await refusal({ port });
  expect(said).toContain(`Something else listens on port ${port} already.\nSet HOST and PORT`);
  expect(said).not.toMatch(/^\s+at /m);
});

test.each([
  [
    { PORT: '70000', PUBLIC_URL: 'example.org', UPLOAD_TOKEN: 'short', HOST: 'no host' },
    'PORT is above 65535',
    'PUBLIC_URL is not an http or https address',
    'UPLOAD_TOKEN is shorter than 16 characters',
    'HOST is neither a name nor an IP address',
  ],
  [
    { UPLOAD_TOKEN: 'naïve and with spaces' },
    'UPLOAD_TOKEN may have only visible ASCII characters',
  ],
  [{ FFMPEG_PATH: '/nowhere/ffmpeg' }, 'FFMPEG_PATH is /nowhere/ffmpeg, which does not run'],
])('the settings %o are refused, each with what to do', async (settings, ...messages) => {
  const said = await refusal({ settings: settings as Record<string, string> });
  for (const message of messages) expect(said).toContain(message);
  expect(said).not.toMatch(/^\s+at /m);
});

test.each([
  ['a file', '', 'which is a file'],
  ['below a file', 'episodes', 'which lies below a file'],
])(
  'a folder for episodes that is %s is refused, with what to do',
  async (_what, below, problem) => {
    const folder = await newFolder();
    const file = join(dirname(folder), 'file');
    await writeFile(file, 'no folder');
    const episodesDir = join(file, below);
    const said = await spawnServer({ episodesDir }).then(
      () => 'It started.',
      (error: Error) => error.message,
    );
    expect(said).toContain(`EPISODES_DIR is ${episodesDir}, ${problem}.\nName a folder`);
    expect(said).not.toMatch(/^\s+at /m);
  },
);
