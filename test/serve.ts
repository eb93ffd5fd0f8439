import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';

export interface StartedApp {
  /** Address without a slash at its end. */
  url: string;
  token: string;
  episodesDir: string;
  /** What an operator would read on stderr. */
  log: string[];
  /** Resolves when nothing is being published. */
  idle(): Promise<void>;
  /** Stops it; the folder stays. */
  stop(): Promise<void>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

export interface SpawnedServer {
  url: string;
  token: string;
  episodesDir: string;
  /** Number of the process. */
  pid: number;
  /** Resolves with the exit code, null where a signal ended it. */
  ended: Promise<number | null>;
  stderr(): string;
  /** Ends it at once, as a power cut would; the folder stays. */
  kill(): Promise<void>;
  /** Ends it as an operator does; the folder stays. */
  stop(): Promise<number | null>;
}

const main = join(import.meta.dirname, '..', 'dist', 'main.js');

/** A new folder for episodes. Whoever started a server in it removes it. */
export async function newEpisodesDir(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'alongside-')), 'episodes');
}

/**
 * The app in this process, listening on a free port, everything that lies in its folder published.
 *
 * @param settings by their names in the environment
 */
export async function startApp({
  episodesDir,
  settings = {},
}: {
  episodesDir?: string;
  settings?: Record<string, string>;
} = {}): Promise<StartedApp> {
  const folder = episodesDir ?? (await newEpisodesDir());
  const config = readConfig({ ...surroundings(), PORT: '0', ...settings, EPISODES_DIR: folder });
  const log: string[] = [];
  const app = await buildApp(config, {
    logger: false,
    log: { info: (line) => log.push(line), error: (_facts, line) => log.push(line) },
  });
  await app.publisher.caughtUp();
  const known = await app.listen();
  const { port } = app.server.server.address() as AddressInfo;
  return {
    url: settings.PUBLIC_URL ? `http://127.0.0.1:${port}` : known,
    token: config.uploadToken ?? (await tokenOf(folder)),
    episodesDir: folder,
    log,
    idle: app.publisher.idle,
    stop: app.close,
    async close() {
      await app.close();
      await removeEpisodesDir(folder);
    },
  };
}

/**
 * The built server as a process of its own, answering.
 *
 * @param execArgv options for Node itself
 */
export async function spawnServer({
  episodesDir,
  port = 0,
  settings = {},
  execArgv = [],
}: {
  episodesDir?: string;
  port?: number;
  settings?: Record<string, string>;
  execArgv?: string[];
} = {}): Promise<SpawnedServer> {
  const folder = episodesDir ?? (await newEpisodesDir());
  const child = spawn(process.execPath, [...execArgv, main], {
    env: { ...surroundings(), PORT: String(port), ...settings, EPISODES_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Somewhere without an .env file.
    cwd: tmpdir(),
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const url = await addressOf(child, ended, () => stderr);
  return {
    url,
    token: settings.UPLOAD_TOKEN ?? (await tokenOf(folder)),
    episodesDir: folder,
    pid: child.pid as number,
    ended,
    stderr: () => stderr,
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

/** Removes what `newEpisodesDir` made. */
export async function removeEpisodesDir(folder: string) {
  await rm(dirname(folder), { recursive: true, force: true, maxRetries: 3 });
}

async function addressOf(
  child: ChildProcess,
  ended: Promise<number | null>,
  stderr: () => string,
): Promise<string> {
  const line = once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  const first = await Promise.race([line.then(([text]) => String(text)), ended]);
  const url = typeof first === 'string' && /^Alongside is listening on (\S+)$/.exec(first)?.[1];
  if (url) return url;
  child.kill('SIGKILL');
  throw new Error(`The server did not start: ${first}\n${stderr()}`);
}

/** The environment without the settings of whoever runs the tests, save where ffmpeg is. */
function surroundings(): Record<string, string> {
  const { PATH = '', HOME = '', FFMPEG_PATH = '' } = process.env;
  return { PATH, HOME, FFMPEG_PATH };
}

async function tokenOf(episodesDir: string): Promise<string> {
  return (await readFile(join(episodesDir, '.upload-token'), 'utf8')).trim();
}
