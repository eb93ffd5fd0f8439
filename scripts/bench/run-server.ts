import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { ServerApi } from '../../src/cli/server-api.ts';

/** A server that runs as a process of its own, as an operator's does. */
export interface RunningServer extends ServerApi {
  /** From the start of the process to its first line, ms. */
  startedIn: number;
  /** Resident memory now, MB. */
  memory(): Promise<number>;
  /** CPU time of all its threads since it began, s; NaN where the machine does not tell. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

const token = 'the-token-of-the-bench';

/** Starts the built server on a free port. Its log is passed on only where it dies. */
export async function runServer(main: string, episodesDir: string): Promise<RunningServer> {
  const began = performance.now();
  const child = spawn(process.execPath, [main], {
    // Away from any .env, and with nothing of the caller's settings but the way to ffmpeg.
    cwd: episodesDir,
    env: { ...process.env, ...settings(episodesDir) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Where the bench is stopped half way, nothing is left running.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  });
  const url = await Promise.race([
    addressOf(child),
    once(child, 'exit').then(() => Promise.reject(new Error(`the server stopped: ${log}`))),
  ]);
  return {
    url,
    token,
    startedIn: performance.now() - began,
    memory: () => residentMemory(child.pid ?? 0),
    cpuSeconds: () => cpuSeconds(child.pid ?? 0),
    async stop() {
      process.off('exit', end);
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function settings(episodesDir: string) {
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: '',
    TRUST_PROXY: '',
    EPISODES_DIR: episodesDir,
    UPLOAD_TOKEN: token,
    NODE_ENV: 'production',
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the server has no stdout');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listening on (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('the server said nothing');
}

/** Linux tells it by itself; elsewhere ps does. */
async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const kilobytes =
    status === null
      ? (await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])).stdout
      : /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return (Number(kilobytes) * 1024) / 1e6;
}

/** proc(5): `utime` and `stime` in ticks, of which every Linux has a hundred a second. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}
