import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ifMissing } from '../missing.ts';
import type { Archive } from './archive.ts';
import { filesOfUnit } from './find-units.ts';
import { readSteadily, type Stamp, sameStamp } from './read-steadily.ts';
import { lastOf, type Unit } from './units.ts';

export interface Added {
  files: Map<string, { stamp: Stamp; sha256: string }>;
  /** What could not be read as it should be, and why, as the end of a sentence. */
  missing: { name: string; why: string }[];
}

/**
 * Adds all files of a unit to an archive. Where one vanishes or changes while it is read, the unit is looked
 * at once more; what is added a second time takes the place of the first.
 *
 * @param onBytes told how many bytes each file has
 * @throws what writing the archive throws
 */
export async function addUnit(
  root: string,
  unit: Unit,
  archive: Archive,
  onLink: (name: string) => void,
  onBytes: (bytes: number) => void,
): Promise<Added> {
  const first = await addOnce(root, unit, archive, onLink, onBytes, new Map());
  if (first.missing.length === 0) return first;
  return addOnce(root, unit, archive, () => {}, onBytes, first.files);
}

async function addOnce(
  root: string,
  unit: Unit,
  archive: Archive,
  onLink: (name: string) => void,
  onBytes: (bytes: number) => void,
  before: Added['files'],
): Promise<Added> {
  const added: Added = { files: new Map(), missing: [] };
  const failed = (name: string, error: unknown) => {
    // Only the reader's own errors have a path: one of the writer goes on.
    if (!isOfFile(error)) throw error;
    added.missing.push({ name, why: reasonOf(error) });
  };
  const last = lastOf(unit);
  const read =
    last === null ? null : await readLast(root, last).catch((error) => failed(last, error));
  const names = await filesOfUnit(root, unit, onLink).catch((error) => failed(unit.path, error));
  for (const name of names ?? []) {
    if (name === last) continue;
    try {
      const known = before.get(name);
      let stamp: Stamp | undefined;
      let isSame = false;
      const { sha256, steady } = await readSteadily(join(root, name), async (found, chunks) => {
        stamp = found;
        isSame = known !== undefined && sameStamp(known.stamp, found);
        if (isSame) return;
        await archive.add(name, found, chunks);
        onBytes(found.bytes);
      });
      if (stamp === undefined) continue;
      if (known !== undefined && isSame) added.files.set(name, known);
      else if (steady) added.files.set(name, { stamp, sha256 });
      else added.missing.push({ name, why: 'it changed while it was read' });
    } catch (error) {
      failed(name, error);
    }
  }
  if (last !== null && read) {
    await archive.add(last, read.stamp, read.chunks());
    added.files.set(last, { stamp: read.stamp, sha256: read.sha256 });
    onBytes(read.stamp.bytes);
  }
  return added;
}

/** A small file, whole and in memory. */
async function readLast(root: string, name: string) {
  const handle = await open(join(root, name)).catch(ifMissing(null));
  if (handle === null) return null;
  await handle.close();
  const parts: Buffer[] = [];
  let stamp: Stamp | undefined;
  const { sha256 } = await readSteadily(join(root, name), async (found, chunks) => {
    stamp = found;
    for await (const chunk of chunks) parts.push(chunk);
  });
  return stamp && { stamp, sha256, chunks: () => each(parts) };
}

async function* each(parts: Buffer[]) {
  yield* parts;
}

function isOfFile(error: unknown): error is NodeJS.ErrnoException {
  const { syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined && syscall !== 'write';
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'it vanished while it was read';
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  if (code === 'EIO') return 'the disk could not read it';
  return message;
}
