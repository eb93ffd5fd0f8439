import { lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '../../store/hash-file.ts';

/** Where downloads lie until the server has them. */
export interface Workplace {
  folder: string;
  /** A folder for the files of one episode, or of the show; names never come from the feed. */
  open(of: string, day?: string): Promise<string>;
  /** Removes such a folder, which has done its duty, unless downloads are kept. */
  done(folder: string): Promise<void>;
  /** Removes the folder, unless downloads are kept. */
  clear(): Promise<void>;
}

/**
 * A folder that the next run of the same import finds again, and nobody else can read.
 *
 * @param keep a folder that the person named, whose files stay
 */
export async function openWorkplace(feed: string, keep: string | null): Promise<Workplace> {
  const folder =
    keep ?? (await ownFolder(join(tmpdir(), `alongside-import-${hashOf(feed).slice(0, 16)}`)));
  if (keep !== null) await mkdir(keep, { recursive: true });
  return {
    folder,
    async open(of, day) {
      const name = hashOf(of).slice(0, 12);
      const path = join(folder, day === undefined ? name : `${day}-${name}`);
      await mkdir(path, { recursive: true });
      return path;
    },
    async done(path) {
      if (keep === null) await rm(path, { recursive: true, force: true });
    },
    async clear() {
      if (keep === null) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Others may have made a folder of that name in a place that everybody writes to. */
async function ownFolder(path: string): Promise<string> {
  await mkdir(path, { mode: 0o700 }).catch(() => undefined);
  const found = await lstat(path).catch(() => null);
  const isOurs = found?.isDirectory() && (process.getuid?.() ?? found.uid) === found.uid;
  return isOurs ? path : mkdtemp(join(tmpdir(), 'alongside-import-'));
}
