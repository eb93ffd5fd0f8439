import { AlongsideError } from '../episode/error.ts';
import { noEpisode } from '../episode/no-episode.ts';
import { canBeAddress, isSlug, slugRule } from '../episode/slug.ts';
import { slugFromTitle } from '../markup/slug-from-title.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { folderExists } from '../store/given-files.ts';
import { isAbout, type JobOrder, type Part } from '../store/jobs.ts';
import { episodeFolder, type Layout } from '../store/layout.ts';
import { type RemovedEpisode, removedWithRecording } from '../store/removed.ts';
import { titleFromName } from './file-name.ts';

/** What is known of an upload before it is opened. */
export interface Arriving {
  /** Slug of the episode that is to be changed; null where the recording tells which one, if any. */
  episode: string | null;
  sha256: string;
  /** The recording's name at the publisher's. */
  name: string;
  /** From the command or the recording's tags. */
  title: string | null;
  slug: string | null;
  replaceRecording: boolean;
  /** Whether a recording that is an episode already is refused, instead of changing it. */
  mustBeNew: boolean;
  /** What comes. */
  parts: readonly Part[];
}

export interface Place {
  slug: string;
  isNew: boolean;
  /** Another slug the episode is to have afterwards. */
  moveTo: string | null;
  /** An order that failed, whose place this one takes: it brings all of that one's parts anew. */
  instead: JobOrder | null;
  /** The episode with this recording that was removed, where a new one is to be made of it. */
  removed: RemovedEpisode | null;
}

export interface Shelf {
  layout: Layout;
  catalogue: Catalogue;
  /** Slugs of episodes that are being made, changed or moved right now. */
  busy(): string[];
  /** Orders that failed for a passing reason and wait. */
  unfinished(): JobOrder[];
  /** The slug under which a recording with this SHA-256 is being published right now. */
  publishing(sha256: string): string | undefined;
}

/**
 * Decides whether an upload is a new episode, a change to the one with the same recording, or a new
 * recording for the one that has its slug.
 *
 * @throws AlongsideError `slug_invalid`, `slug_taken`, `episode_not_found`
 */
export async function choosePlace(arriving: Arriving, shelf: Shelf): Promise<Place> {
  if (arriving.slug !== null) checkSlug(arriving.slug);
  const publishing = shelf.publishing(arriving.sha256);
  if (publishing !== undefined) throw isBusy(publishing);
  const holder = shelf.catalogue.slugOfRecording(arriving.sha256);
  if (arriving.episode !== null) return change(arriving.episode, holder, arriving, shelf);
  if (holder === undefined) return open(arriving, shelf);
  if (arriving.mustBeNew) throw taken('This recording is an episode already.', 'Give another one.');
  return keep(holder, arriving, shelf);
}

/** An episode is named: it gets what comes, unless that is another one's recording. */
async function change(
  episode: string,
  holder: string | undefined,
  arriving: Arriving,
  shelf: Shelf,
): Promise<Place> {
  const own = shelf.catalogue.manifest(episode)?.recording.sha256;
  if (own === undefined && !(await isEpisode(episode, shelf))) throw noEpisode(episode);
  if (holder !== undefined && holder !== episode && arriving.sha256 !== own) {
    throw taken(
      `This recording is already “${holder}”.`,
      'Give another recording, or change that episode.',
    );
  }
  return keep(episode, arriving, shelf);
}

/** The recording is known: its episode is changed, and moved where another slug is asked for. */
async function keep(holder: string, { slug, parts }: Arriving, shelf: Shelf): Promise<Place> {
  const instead = standingOrder(holder, parts, shelf);
  const place = { slug: holder, isNew: false, instead, removed: null };
  if (slug === null || slug === holder) return { ...place, moveTo: null };
  if (instead?.moveTo !== slug && (await isTaken(slug, shelf))) {
    throw taken(
      `“${slug}” is another episode, and this recording is already “${holder}”.`,
      'Choose another --slug, or leave it out to change the episode where it is.',
    );
  }
  return { ...place, moveTo: slug };
}

async function open(arriving: Arriving, shelf: Shelf): Promise<Place> {
  const { sha256, name, title, replaceRecording, parts } = arriving;
  const slug =
    arriving.slug ?? slugFromTitle(title ?? titleFromName(name), `episode-${sha256.slice(0, 8)}`);
  const elsewhere = shelf.unfinished().find((order) => order.recording === sha256);
  if (elsewhere !== undefined && elsewhere.slug !== slug) throw isUnfinished(elsewhere.slug);
  const instead = standingOrder(slug, parts, shelf);
  const place = { slug, moveTo: null, instead };
  if (instead?.isNew || !(await isTaken(slug, shelf))) {
    return { ...place, isNew: true, removed: await removedWithRecording(shelf.layout, sha256) };
  }
  if (replaceRecording) return { ...place, isNew: false, removed: null };
  throw taken(
    `“${slug}” is already an episode with another recording.`,
    'Choose another --slug, or say --replace-recording to give that episode this recording.',
  );
}

/**
 * The order about an episode that failed and waits, where what comes takes its place; null without one.
 *
 * @throws AlongsideError `slug_taken` while the episode is being published, or where that order brings
 *   what would be lost
 */
function standingOrder(slug: string, parts: readonly Part[], shelf: Shelf): JobOrder | null {
  if (shelf.busy().includes(slug)) throw isBusy(slug);
  const order = shelf.unfinished().find((one) => isAbout(one, slug));
  if (order === undefined) return null;
  const brings = Object.keys(order.staged) as Part[];
  if (order.slug !== slug || !brings.every((part) => parts.includes(part))) {
    throw isUnfinished(slug);
  }
  return order;
}

async function isTaken(slug: string, { busy, catalogue, layout, unfinished }: Shelf) {
  if (busy().includes(slug) || catalogue.manifest(slug) !== undefined) return true;
  if (unfinished().some((order) => isAbout(order, slug))) return true;
  return folderExists(episodeFolder(layout, slug));
}

async function isEpisode(slug: string, { layout }: Shelf): Promise<boolean> {
  return canBeAddress(slug) && (await folderExists(episodeFolder(layout, slug)));
}

function checkSlug(slug: string) {
  if (isSlug(slug)) return;
  throw new AlongsideError('slug_invalid', `“${slug}” cannot be an address.`, {
    remedy: `Use ${slugRule} characters.`,
  });
}

export function isBusy(slug: string): AlongsideError {
  return taken(
    `“${slug}” is being published right now.`,
    'Run the same command again when it is done.',
  );
}

/** What was accepted about an episode failed, and is not to be lost by what comes after it. */
export function isUnfinished(slug: string): AlongsideError {
  return taken(
    `What was sent for “${slug}” before could not be finished yet.`,
    `\`npm run status\` says why; with --retry ${slug} it goes on, with --cancel ${slug} it is given up.`,
  );
}

function taken(message: string, remedy: string): AlongsideError {
  return new AlongsideError('slug_taken', message, { remedy });
}
