import { join } from 'node:path';
import type { Aligner } from '../align/in-worker.ts';
import { AlongsideError } from '../episode/error.ts';
import { canBeAddress } from '../episode/slug.ts';
import { slugFromTitle } from '../markup/slug-from-title.ts';
import type { Ffmpeg } from '../media/ffmpeg.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { type Decided, newDecided, readDecided, writeDecided } from '../store/decided.ts';
import {
  allThere,
  findGivenFiles,
  fingerprint,
  folderExists,
  type GivenFiles,
} from '../store/given-files.ts';
import {
  commitNew,
  commitUpdate,
  dropJob,
  type JobOrder,
  type Part,
  stagedFolder,
} from '../store/jobs.ts';
import { episodeFolder, type Layout, publishedFolder } from '../store/layout.ts';
import { filesOf, readManifest, writeManifest } from '../store/manifest.ts';
import { moveFolder } from '../store/move-folder.ts';
import { sweepPublished } from '../store/sweep.ts';
import { findPublished } from './find-published.ts';
import { type MakeOrder, makeEpisode } from './make-episode.ts';
import type { OnStep } from './progress.ts';
import type { Outcome } from './queue.ts';
import { takenAway, unlessGone } from './unless-gone.ts';

export interface Workshop {
  layout: Layout;
  catalogue: Catalogue;
  ffmpeg: Ffmpeg;
  aligner: Aligner;
}

/**
 * Carries out an accepted order. May be called again after a crash at any point: what is done already is
 * found done.
 */
export async function carryOut(
  order: JobOrder,
  shop: Workshop,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<Outcome> {
  const { layout } = shop;
  const home = episodeFolder(layout, order.slug);
  const staged = stagedFolder(layout, order.id);
  const slug = order.moveTo ?? order.slug;
  const committed = order.isNew && !(await folderExists(staged));
  const moved = order.moveTo !== null && !(await folderExists(home));
  if (!committed && !moved) {
    if (order.isNew) await makeNew(order, staged, shop, onStep, signal);
    else
      await unlessGone(order.slug, shop, signal, () =>
        makeChanged(order, home, staged, shop, onStep, signal),
      );
  }
  const outcome = await show(slug, shop);
  if (slug !== order.slug) shop.catalogue.remove(order.slug);
  await dropJob(layout, order.id);
  return outcome;
}

/** Publishes a folder that someone put there, or whose files someone changed. */
export async function publishFolder(
  slug: string,
  shop: Workshop,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<Outcome> {
  if (!canBeAddress(slug)) {
    throw new AlongsideError('slug_invalid', `The folder “${slug}” cannot be an address.`, {
      remedy: `Rename it to “${slugFromTitle(slug, 'episode')}”.`,
    });
  }
  return unlessGone(slug, shop, signal, () => publishGiven(slug, shop, onStep, signal));
}

async function publishGiven(
  slug: string,
  shop: Workshop,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<Outcome> {
  const folder = episodeFolder(shop.layout, slug);
  const given = await findGivenFiles(folder);
  const madeFrom = await fingerprint(folder, given);
  const found = await findPublished(folder, madeFrom, shop.catalogue.show());
  // Restored from a backup, or copied with its dates, it needs only to be shown.
  if (found?.current) return show(slug, shop);
  const before = await readDecided(folder);
  const { manifest, decided } = await make(
    {
      given: pathsOf(folder, given),
      published: publishedFolder(folder),
      decided: before ?? newDecided(),
      previous: await readManifest(folder),
      madeFrom,
    },
    shop,
    onStep,
    signal,
  );
  if (JSON.stringify(before) !== JSON.stringify(decided)) await writeDecided(folder, decided);
  await writeManifest(folder, manifest);
  return show(slug, shop);
}

async function makeNew(
  order: JobOrder,
  folder: string,
  shop: Workshop,
  onStep: OnStep,
  signal: AbortSignal,
) {
  const given = await findGivenFiles(folder);
  const { manifest, decided } = await make(
    {
      given: pathsOf(folder, given),
      published: publishedFolder(folder),
      decided: order.decided,
      previous: null,
      madeFrom: await fingerprint(folder, given),
    },
    shop,
    onStep,
    signal,
  );
  manifest.report.warnings.unshift(...(order.warnings ?? []));
  await sweepPublished(folder, manifest, 0);
  await commitNew(shop.layout, { ...order, decided }, manifest);
}

async function makeChanged(
  order: JobOrder,
  home: string,
  staged: string,
  shop: Workshop,
  onStep: OnStep,
  signal: AbortSignal,
) {
  // After a crash some of the staged files may lie in their place already.
  const kept = await findGivenFiles(home, order.replaces);
  const arrived = await findGivenFiles(staged).catch(() => null);
  for (const part of Object.keys(kept) as Part[]) if (arrived?.[part]) kept[part] = null;
  const given = pathsOf(home, kept);
  if (arrived) Object.assign(given, onlyFound(pathsOf(staged, arrived)));
  const previous = await readManifest(home);
  const { manifest, decided } = await make(
    {
      given,
      published: publishedFolder(home),
      decided: await decidedNow(order, home),
      previous,
      madeFrom: {
        ...(await fingerprint(home, kept)),
        ...(arrived ? await fingerprint(staged, arrived) : {}),
      },
    },
    shop,
    onStep,
    signal,
  );
  await commitUpdate(shop.layout, { ...order, decided }, manifest, previous?.madeFrom ?? {});
  if (order.moveTo === null) return;
  // Where another folder takes its new place at this very moment, it stays, and readers see what it is now.
  await show(order.slug, shop);
  await moveFolder(shop.layout, home, order.moveTo);
}

/**
 * What an order decided, with what publishing the episode has noted since: a folder that was edited, or the
 * same order before a crash.
 */
async function decidedNow({ decided }: JobOrder, home: string): Promise<Decided> {
  const noted = await readDecided(home).catch(() => null);
  if (noted === null) return decided;
  const { versions, changed, date, dateFrom } = noted;
  return { ...decided, versions, changed, date, dateFrom };
}

/**
 * Makes an episode with the show and its people as they are now.
 *
 * @throws AlongsideError `episode_damaged` where its files were taken away meanwhile, as by a restore
 */
async function make(
  order: Omit<MakeOrder, 'show' | 'known' | 'now'>,
  { catalogue, ffmpeg, aligner }: Workshop,
  onStep: OnStep,
  signal: AbortSignal,
) {
  const now = { show: catalogue.show(), known: catalogue.known(), now: new Date() };
  const made = await makeEpisode({ ...order, ...now }, { ffmpeg, aligner, onStep, signal });
  const named = filesOf(made.manifest).slice(1);
  const isThere =
    (await allThere(order.published, named)) && (await allThere('', [order.given.recording ?? '']));
  if (isThere) return made;
  throw new AlongsideError(
    'episode_damaged',
    'Files of the episode were taken away while it was being published.',
    { remedy: 'It is tried again by itself; change its files when it is not being published.' },
  );
}

/** Puts what is on disk before the readers. */
async function show(slug: string, shop: Workshop): Promise<Outcome> {
  const folder = episodeFolder(shop.layout, slug);
  const manifest = await readManifest(folder);
  if (manifest === null) throw takenAway(slug);
  shop.catalogue.put(slug, manifest);
  return { slug, report: manifest.report };
}

function pathsOf(folder: string, given: GivenFiles): Record<keyof GivenFiles, string | null> {
  const path = (name: string | null) => (name === null ? null : join(folder, name));
  return {
    recording: path(given.recording),
    transcript: path(given.transcript),
    cover: path(given.cover),
    chapters: path(given.chapters),
    details: path(given.details),
  };
}

function onlyFound<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(parts).filter(([, path]) => path !== null),
  ) as Partial<T>;
}
