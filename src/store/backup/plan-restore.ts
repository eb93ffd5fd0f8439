import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ifMissing } from '../missing.ts';
import { sameStamp } from './read-steadily.ts';
import type { BackupContents } from './verify-backup.ts';

/** What becomes of a part of a backup: `same` and `kept` are left alone, being there already. */
export type Fate = 'new' | 'replaced' | 'same' | 'kept';

export interface RestoreChoice {
  /** Only these episodes, and nothing else; null for everything. */
  slugs: readonly string[] | null;
  /** Whether what is there is to make room. */
  overwrite: boolean;
}

export type Planned = BackupContents['units'][number] & { fate: Fate };

/**
 * Decides what of a backup is put into a show's folder. What is there already stays, unless it is to make
 * room; what is there as it was backed up stays in any case, so that a restore that broke off goes on.
 */
export async function planRestore(
  root: string,
  { units }: BackupContents,
  { slugs, overwrite }: RestoreChoice,
): Promise<Planned[]> {
  const wanted = units.filter(
    ({ kind, path }) => slugs === null || (kind === 'episode' && slugs.includes(path)),
  );
  const planned: Planned[] = [];
  for (const unit of wanted) planned.push({ ...unit, fate: await fateOf(root, unit, overwrite) });
  return planned;
}

async function fateOf(
  root: string,
  { path, files }: BackupContents['units'][number],
  overwrite: boolean,
): Promise<Fate> {
  const there = await lstat(join(root, path)).catch(ifMissing(null));
  if (there === null) return 'new';
  for (const [name, { stamp }] of files) {
    const found = await lstat(join(root, name)).catch(ifMissing(null));
    const now = found && { bytes: found.size, modified: Math.round(found.mtimeMs), mode: 0 };
    if (now === null || !sameStamp(now, stamp)) return overwrite ? 'replaced' : 'kept';
  }
  return 'same';
}

/**
 * Whether an order may come back: not over an episode that is there and stays, for it may be newer.
 *
 * @param folder where the order has been unpacked
 */
export async function mayBeOrdered(
  root: string,
  folder: string,
  planned: readonly Planned[],
): Promise<boolean> {
  const text = await readFile(join(folder, 'job.json'), 'utf8').catch(ifMissing(null));
  if (text === null) return false;
  const { slug } = JSON.parse(text) as { slug?: unknown };
  if (typeof slug !== 'string' || slug.includes('/') || slug.startsWith('.')) return false;
  const episode = planned.find(({ kind, path }) => kind === 'episode' && path === slug);
  if (episode !== undefined) return episode.fate !== 'kept';
  return (await lstat(join(root, slug)).catch(ifMissing(null))) === null;
}
