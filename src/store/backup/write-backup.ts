import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addUnit } from './add-unit.ts';
import { createArchive } from './archive.ts';
import { checksumsName, printChecksums } from './checksums.ts';
import { filesOfUnit, findUnits } from './find-units.ts';
import type { Unit } from './units.ts';

export interface BackedUp {
  episodes: number;
  files: number;
  /** Of the files. */
  bytes: number;
  /** Plain sentences: what was left out, and why. */
  warnings: string[];
  /** Whether nothing of the show is missing. */
  whole: boolean;
}

/**
 * Writes everything of a show into one archive, while it may be changing: of each episode the manifest is
 * read first and written last, so that it names only files that are there. The last entry lists what counts,
 * with its hashes: what was begun in vain stays in the archive and is not on the list.
 *
 * @param to is ended
 * @param onBytes told how many bytes of files have been read so far
 * @throws what writing throws
 */
export async function writeBackup(
  root: string,
  to: Writable,
  onBytes: (bytes: number) => void = () => {},
): Promise<BackedUp> {
  const archive = createArchive();
  const written = pipeline(archive.bytes, to);
  const sums = new Map<string, string>();
  const result: BackedUp = { episodes: 0, files: 0, bytes: 0, warnings: [], whole: true };
  const add = async () => {
    const onLink = (name: string) => result.warnings.push(`${name} is a link and was left out.`);
    for await (const unit of findUnits(root, onLink)) {
      const added = await addUnit(root, unit, archive, onLink, (bytes) => {
        result.bytes += bytes;
        onBytes(result.bytes);
      });
      // Announced, carried out, moved or removed meanwhile: it is found where it has gone.
      if (added.missing.length > 0 && (await isGone(root, unit))) continue;
      for (const [name, { sha256 }] of added.files) sums.set(name, sha256);
      for (const { name, why } of added.missing) {
        result.warnings.push(`${name} was left out: ${why}.`);
        result.whole = false;
      }
      if (unit.kind === 'episode' && added.files.size > 0) result.episodes += 1;
    }
    result.files = sums.size;
    const list = Buffer.from(printChecksums(sums));
    const stamp = { bytes: list.length, modified: Date.now(), mode: 0o644 };
    await archive.add(checksumsName, stamp, once(list));
    archive.end();
  };
  // Where writing fails, what is added meanwhile fails after it and has nothing to say.
  await Promise.race([add(), written.then(() => new Promise<never>(() => {}))]).catch(
    async (error: unknown) => {
      archive.giveUp();
      await written.catch((cause: unknown) => {
        throw isClosed(cause) ? error : cause;
      });
      throw error;
    },
  );
  await written;
  return result;
}

/** How many bytes a backup will read, about. */
export async function bytesToBackUp(root: string): Promise<number> {
  let bytes = 0;
  for await (const unit of findUnits(root, () => {})) {
    const names = await filesOfUnit(root, unit, () => {}).catch(() => []);
    for (const name of names) {
      bytes += (await lstat(join(root, name)).catch(() => null))?.size ?? 0;
    }
  }
  return bytes;
}

async function* once(bytes: Buffer) {
  yield bytes;
}

function isClosed(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
}

async function isGone(root: string, { path }: Unit): Promise<boolean> {
  return lstat(join(root, path)).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
}
