import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk of its own that can be filled and closed to writing, in a mount namespace of its own. */
export interface SmallDisk {
  /** The disk as programs on it see it. */
  path: string;
  /** The same as this process sees it. */
  seen: string;
  /** What a command line begins with that is to run on it. */
  enter: string[];
  fill(): Promise<void>;
  free(): Promise<void>;
  close(): Promise<void>;
  reopen(): Promise<void>;
  /** Takes the disk away. */
  remove(): Promise<void>;
}

/** Why there can be no such disk here, as a sentence; null where there can. */
export function whyNoSmallDisk(): string | null {
  const { status, stderr } = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']);
  if (status === 0) return null;
  return `No disk can be mounted without rights here: ${stderr ?? 'there is no unshare'}`;
}

/**
 * @param megabytes its size; the server keeps 64 of them free of uploads
 * @param beside a folder in it that lies on another disk: one with a file that stays open could not be closed
 */
export async function mountSmallDisk(megabytes: number, beside: string): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-disk-'));
  const path = join(folder, 'disk');
  await mkdir(path);
  // It lasts as long as whoever mounted it, who waits for the end of his input.
  const mount = 'mount -t tmpfs -o "size=$2m" tmpfs "$1"';
  const other = 'mkdir -p "$1/$3" && mount -t tmpfs tmpfs "$1/$3"';
  const script = `${mount} && ${other} && echo mounted && exec cat`;
  const holder = spawn('unshare', ['-rm', 'sh', '-c', script, 'sh', path, `${megabytes}`, beside], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const enter = ['nsenter', '-t', String(holder.pid), '-U', '-m', '--preserve-credentials', '--'];
  const remount = async (how: string) => {
    const [command = '', ...args] = [...enter, 'mount', '-o', `remount,${how}`, path];
    await run(command, args);
  };
  const seen = join('/proc', String(holder.pid), 'root', path);
  const filler = join(seen, 'filler');
  return {
    ...{ path, seen, enter },
    async fill() {
      const handle = await open(filler, 'w');
      try {
        for (const size of [1 << 20, 4096]) await writeUntilFull(handle, Buffer.alloc(size, 1));
      } finally {
        await handle.close();
      }
    },
    free: () => rm(filler, { force: true }),
    close: () => remount('ro'),
    reopen: () => remount('rw'),
    async remove() {
      holder.stdin.end();
      await once(holder, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writeUntilFull(handle: Awaited<ReturnType<typeof open>>, bytes: Buffer) {
  for (;;) {
    const error = await handle.write(bytes).then(
      () => null,
      (failed: NodeJS.ErrnoException) => failed,
    );
    if (error?.code === 'ENOSPC') return;
    if (error !== null) throw error;
  }
}

/** An ffmpeg that waits at a gate. */
export interface Gate {
  /** Settings of a server that is to have it. */
  settings: Record<string, string>;
  /** @param passing how many calls may pass before */
  shut(passing?: number): Promise<void>;
  open(): Promise<void>;
  /** Names the file that is there once an ffmpeg waits. */
  waiting: string;
}

/** @param folder where the gate's files go; not on the disk that fails */
export function createGate(folder: string, ffmpeg: string): Gate {
  const gate = join(folder, 'gate');
  const script = join(import.meta.dirname, '..', 'fixtures', 'ffmpeg', 'waits');
  const waiting = `${gate}.waiting`;
  return {
    settings: { FFMPEG_PATH: script, REAL_FFMPEG: ffmpeg, GATE: gate },
    waiting,
    async shut(passing = 0) {
      await rm(waiting, { force: true });
      await writeFile(gate, String(passing));
    },
    open: () => rm(gate, { force: true }),
  };
}
