import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import { type Ffmpeg, findFfmpeg } from '../../src/media/ffmpeg.ts';

export interface Workbench {
  ffmpeg: Ffmpeg;
  /** A path in a folder of its own, removed at the end. */
  at: (name: string) => string;
  /** Runs ffmpeg in that folder, to make what a test needs. */
  make: (...options: string[]) => Promise<void>;
}

/** A temporary folder and the ffmpeg the tests run with: FFMPEG_PATH, or the one a server would find. */
export function useWorkbench(): Workbench {
  const bench = {} as Workbench;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-media-'));
    bench.ffmpeg = await findFfmpeg(process.env.FFMPEG_PATH ?? null);
    bench.at = (name) => join(folder, name);
    bench.make = async (...options) => {
      const quiet = ['-nostdin', '-v', 'error', '-y'];
      await promisify(execFile)(bench.ffmpeg.path, [...quiet, ...options], { cwd: folder });
    };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return bench;
}

/** The stable code of the error a promise ends with. */
export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
  return 'no error';
}
