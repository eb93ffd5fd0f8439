import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AlongsideError } from '../../episode/error.ts';
import { freeBytes } from '../free-space.ts';
import type { Layout } from '../layout.ts';
import { putAway } from '../removed.ts';
import { asWriteError, flushFolder } from '../write-file.ts';
import { keepAddresses } from './keep-addresses.ts';
import type { Planned } from './plan-restore.ts';
import { notOurs, readArchive } from './read-archive.ts';
import { unpackFile } from './unpack-file.ts';

export interface Restoring {
  onBytes?: (bytes: number) => void;
  now: Date;
}

/**
 * Puts what was planned into a show's folder, each part by one rename of what is whole: an episode that was
 * unpacked, a file of the show. Killed at any point it leaves whole parts only, and goes on when it is called
 * again with a new plan.
 *
 * @throws AlongsideError `disk_full`, `folder_read_only`, `backup_unreadable`
 */
export async function restoreBackup(
  layout: Layout,
  file: string,
  planned: readonly Planned[],
  { onBytes, now }: Restoring,
): Promise<void> {
  const coming = planned.filter(({ fate }) => fate === 'new' || fate === 'replaced');
  const staging = join(dirname(layout.jobs), `restore-${process.pid}`);
  try {
    await clearBroken(dirname(layout.jobs));
    await mkdir(staging, { recursive: true });
    await checkRoom(layout, coming);
    const waiting = new Map(coming.map((unit) => [unit.path, new Set(unit.files.keys())]));
    const byName = new Map(
      coming.flatMap((unit) => [...unit.files.keys()].map((name) => [name, unit])),
    );
    await readArchive(file, {
      onBytes,
      async onFile({ name, stamp }, chunks, sha256) {
        const unit = byName.get(name);
        if (unit === undefined) return;
        await unpackFile(join(staging, name), stamp, chunks);
        // What was begun in vain stands before what counts.
        if ((await sha256) !== unit.files.get(name)?.sha256) return;
        const left = waiting.get(unit.path);
        left?.delete(name);
        if (left?.size !== 0) return;
        waiting.delete(unit.path);
        await place(layout, join(staging, unit.path), unit, now);
      },
    });
    const [lost] = waiting.keys();
    if (lost !== undefined) throw notOurs(file, `${lost} was there before, and is not any more.`);
  } catch (error) {
    throw asWriteError(error, layout.root);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function place(layout: Layout, from: string, unit: Planned, now: Date) {
  const to = join(layout.root, unit.to);
  if (unit.to !== unit.path) await keepAddresses(from, unit.path, to);
  if (unit.fate === 'replaced') await makeRoom(layout, unit, to, now);
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await flushFolder(dirname(to));
}

/** What makes room is kept among what was removed. */
async function makeRoom(layout: Layout, { kind, to }: Planned, from: string, now: Date) {
  if (kind === 'episode') return putAway(layout, to, now);
  await mkdir(layout.removed, { recursive: true });
  await rename(from, join(layout.removed, `${to.replaceAll('/', '_')}~${now.getTime()}`));
}

/** @throws AlongsideError `disk_full` before anything is written that would not fit */
async function checkRoom(layout: Layout, coming: readonly Planned[]) {
  let bytes = 0;
  for (const { files } of coming) for (const { stamp } of files.values()) bytes += stamp.bytes;
  if (bytes <= (await freeBytes(layout.root))) return;
  throw new AlongsideError('disk_full', 'The disk has no room for what is to be restored.', {
    file: layout.root,
    remedy: `Make room for ${Math.ceil(bytes / 1e6)} MB, then run the same command again.`,
  });
}

/** Deletes what restores left that were killed. */
async function clearBroken(incoming: string) {
  for (const name of await readdir(incoming).catch(() => [])) {
    const pid = Number(/^restore-(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isRunning(pid))
      await rm(join(incoming, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
