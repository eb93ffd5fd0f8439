import { copyFile, link, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Decided } from './decided.ts';
import { writeDecided } from './decided.ts';
import { allThere, type Fingerprint } from './given-files.ts';
import { keepUnpublished } from './history.ts';
import { episodeFolder, type Layout, publishedFolder } from './layout.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { ifMissing } from './missing.ts';
import { moveFolder, refuseTaken } from './move-folder.ts';
import { flushFile, flushFolder, writeWhole } from './write-file.ts';

/** Parts of an episode that an upload brings: file names in the job's folder. */
export type Part = 'recording' | 'transcript' | 'cover' | 'chapters' | 'details';

/** Raised when orders change their form. */
export const orderVersion = 1;

/** An upload that was accepted: all that is needed to finish it, even after a crash. */
export interface JobOrder {
  version: typeof orderVersion;
  id: string;
  /** Slug of the episode it makes or changes. */
  slug: string;
  isNew: boolean;
  /** Another slug the episode is to have afterwards. */
  moveTo: string | null;
  /** Hex SHA-256 of the episode's recording. */
  recording: string;
  /** File names, as they are to lie in the episode's folder. */
  staged: Partial<Record<Part, string>>;
  /** Names of given files in the episode's folder that the staged ones take the place of. */
  replaces: string[];
  /** Ids of the uploads it was made from. */
  uploads: string[];
  /** Hash of all that was asked for; missing in those of older versions. */
  asked?: string;
  /** Id of an order that failed, whose place it takes. */
  supersedes?: string | null;
  /** Plain sentences that its report is to begin with. */
  warnings?: string[];
  decided: Decided;
}

/** Whether an order makes, changes or moves to the episode of this slug. */
export function isAbout({ slug: from, moveTo }: JobOrder, slug: string): boolean {
  return from === slug || moveTo === slug;
}

export function stagedFolder(layout: Layout, id: string): string {
  return join(layout.jobs, id, 'folder');
}

/**
 * Puts an upload's files in place and writes the order last: from then on the job survives a crash, and
 * before it the uploads are still where tus left them.
 *
 * @param files where each part lies now
 * @param copied parts whose files stay where they are as well
 */
export async function stageJob(
  layout: Layout,
  order: JobOrder,
  files: Partial<Record<Part, string>>,
  copied: readonly Part[] = [],
) {
  const folder = stagedFolder(layout, order.id);
  await mkdir(folder, { recursive: true });
  for (const [part, from] of Object.entries(files)) {
    const name = order.staged[part as Part];
    if (name === undefined) continue;
    if (copied.includes(part as Part)) await copyFile(from, join(folder, name));
    else await linkOrCopy(from, join(folder, name));
    // From here on this is the only copy: it must outlast a power cut before its upload is deleted.
    await flushFile(join(folder, name));
  }
  await flushFolder(folder);
  await writeWhole(join(layout.jobs, order.id, 'job.json'), JSON.stringify(order));
  await flushFolder(layout.jobs);
}

/**
 * Orders that were accepted and not finished. What never became an order is deleted; what cannot be read
 * is left where it is, for it may hold somebody's only copy.
 *
 * @param onUnreadable told the path of each that was left
 */
export async function pendingJobs(
  layout: Layout,
  onUnreadable: (path: string) => void,
): Promise<JobOrder[]> {
  const orders: JobOrder[] = [];
  for (const id of await readdir(layout.jobs).catch(ifMissing<string[]>([]))) {
    const path = join(layout.jobs, id, 'job.json');
    const text = await readFile(path, 'utf8').catch(ifMissing(null));
    const order = text === null ? null : parseOrder(text);
    if (text === null) await dropJob(layout, id);
    else if (order === null) onUnreadable(path);
    else orders.push(order);
  }
  const superseded = new Set(orders.map(({ supersedes }) => supersedes));
  for (const { id } of orders) if (superseded.has(id)) await dropJob(layout, id);
  return orders.filter(({ id }) => !superseded.has(id));
}

function parseOrder(text: string): JobOrder | null {
  try {
    const order = JSON.parse(text) as JobOrder;
    return order.version === orderVersion ? order : null;
  } catch {
    return null;
  }
}

export async function dropJob(layout: Layout, id: string) {
  // Killed in between, it must not look like an order whose files were lost.
  await rm(join(layout.jobs, id, 'job.json'), { force: true });
  await rm(join(layout.jobs, id), { recursive: true, force: true });
}

/** A new episode appears whole, by one rename of a folder that has everything in it. */
export async function commitNew(layout: Layout, order: JobOrder, manifest: Manifest) {
  const folder = stagedFolder(layout, order.id);
  await writeDecided(folder, order.decided);
  await writeManifest(folder, manifest);
  await flushFolder(publishedFolder(folder));
  await moveFolder(layout, folder, order.slug);
}

/**
 * A changed episode: the given files take their places, then the manifest, which is what readers see.
 * Killed in between, the order is still there and is carried out again.
 *
 * @param madeFrom what was published so far; given files that are others now go into the history
 * @throws AlongsideError `slug_taken` where another episode is in the place it is to move to; nothing is
 *   touched then
 */
export async function commitUpdate(
  layout: Layout,
  order: JobOrder,
  manifest: Manifest,
  madeFrom: Fingerprint,
) {
  if (order.moveTo !== null) await refuseTaken(layout, order.moveTo);
  const folder = episodeFolder(layout, order.slug);
  const staged = stagedFolder(layout, order.id);
  for (const name of Object.values(order.staged)) {
    // After a crash it may lie in its place already.
    if (!(await allThere(staged, [name]))) continue;
    await keepUnpublished(folder, name, madeFrom);
    await rename(join(staged, name), join(folder, name));
  }
  for (const name of order.replaces) {
    await keepUnpublished(folder, name, madeFrom);
    await rm(join(folder, name), { force: true });
  }
  await writeDecided(folder, order.decided);
  await writeManifest(folder, manifest);
}

async function linkOrCopy(from: string, to: string) {
  // Some file systems have no hard links; the upload itself is deleted once the order is written.
  await link(from, to).catch(() => copyFile(from, to));
}
