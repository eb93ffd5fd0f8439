import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifMissing } from '../missing.ts';
import { sameStamp } from './read-steadily.ts';
import type { BackedUpUnit, BackupContents } from './verify-backup.ts';
import { type Known, knownEpisodes } from './whose.ts';

/**
 * What becomes of a part of a backup. Left alone are what is there already, as in the backup (`same`) or as
 * something else (`kept`), an episode that is there under another slug by now (`moved`), one whose address
 * is the one of another that comes back (`taken`), an order that was carried out (`done`), and one about an
 * episode that is not as it was then (`outdated`).
 */
export type Fate = 'new' | 'replaced' | 'same' | 'kept' | 'moved' | 'taken' | 'done' | 'outdated';

export interface RestoreChoice {
  /** Only these episodes, and nothing else; null for everything. */
  slugs: readonly string[] | null;
  /** Whether what is there is to make room. */
  overwrite: boolean;
}

/** `to`: where it goes, or is. An episode that has moved since stays at its present address. */
export type Planned = BackedUpUnit & { fate: Fate; to: string };

/**
 * Decides what of a backup is put into a show's folder. What is there already stays, unless it is to make
 * room; what is there as it was backed up stays in any case, so that a restore that broke off goes on. An
 * episode is known by its GUID, for there must be only one of each, whatever its slug is by now.
 */
export async function planRestore(
  root: string,
  { units }: BackupContents,
  { slugs, overwrite }: RestoreChoice,
): Promise<Planned[]> {
  const known = await knownEpisodes(root);
  const wanted = units.filter(
    ({ kind, path }) => slugs === null || (kind === 'episode' && slugs.includes(path)),
  );
  const places = new Map(wanted.map((unit) => [unit, placeOf(unit, known)]));
  const own = new Set([...places].flatMap(([{ path }, to]) => (to === path ? [] : [to])));
  const planned = new Map<BackedUpUnit, Planned>();
  for (const [unit, to] of places) {
    if (unit.kind === 'order') continue;
    const isTaken = to === unit.path && own.has(to);
    const fate = isTaken ? 'taken' : await fateOf(root, unit, to, overwrite);
    planned.set(unit, { ...unit, to, fate });
  }
  const episodes = [...planned.values()].filter(({ kind }) => kind === 'episode');
  for (const unit of wanted.filter(({ kind }) => kind === 'order')) {
    planned.set(unit, {
      ...unit,
      to: unit.path,
      fate: await fateOfOrder(root, unit, episodes, known),
    });
  }
  return wanted.flatMap((unit) => planned.get(unit) ?? []);
}

/** Where an episode is by now, else where it was backed up. */
function placeOf({ path, whose }: BackedUpUnit, { slugs, guids }: Known): string {
  if (whose.guid === null || whose.order !== null || guids.get(path) === whose.guid) return path;
  return slugs.get(whose.guid) ?? path;
}

async function fateOf(
  root: string,
  { path, files }: BackedUpUnit,
  to: string,
  overwrite: boolean,
): Promise<Fate> {
  if (to !== path) return overwrite ? 'replaced' : 'moved';
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
 * Whether an order comes back: one that makes an episode, unless there is, or was, that episode; one that
 * changes an episode, where that is as it was when the order was given.
 */
async function fateOfOrder(
  root: string,
  unit: BackedUpUnit,
  episodes: readonly Planned[],
  known: Known,
): Promise<Fate> {
  if ((await lstat(join(root, unit.path)).catch(ifMissing(null))) !== null) return 'same';
  const { guid, order } = unit.whose;
  if (order === null) return 'outdated';
  const own = episodes.find(({ whose }) => guid !== null && whose.guid === guid);
  if (order.isNew) {
    if (guid !== null && (own || known.slugs.has(guid) || known.had.has(guid))) return 'done';
    const isTaken = known.guids.has(order.slug) || episodes.some(({ to }) => to === order.slug);
    return isTaken ? 'outdated' : 'new';
  }
  const episode = own ?? episodes.find(({ path }) => path === order.slug);
  if (episode === undefined || episode.to !== order.slug) return 'outdated';
  return ['new', 'replaced', 'same'].includes(episode.fate) ? 'new' : 'outdated';
}
