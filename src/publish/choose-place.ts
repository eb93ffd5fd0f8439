import { AlongsideError } from '../episode/error.ts';
import { isSlug, slugRule } from '../episode/slug.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { folderExists } from '../store/given-files.ts';
import { episodeFolder, type Layout } from '../store/layout.ts';
import { slugFromTitle, titleFromName } from './file-name.ts';

/** What is known of an upload before it is opened. */
export interface Arriving {
  sha256: string;
  /** The recording's name at the publisher's. */
  name: string;
  /** From the command or the recording's tags. */
  title: string | null;
  slug: string | null;
  replaceRecording: boolean;
}

export interface Place {
  slug: string;
  isNew: boolean;
  /** Another slug the episode is to have afterwards. */
  moveTo: string | null;
}

export interface Shelf {
  layout: Layout;
  catalogue: Catalogue;
  /** Slugs of episodes that are being made right now. */
  busy(): string[];
}

/**
 * Decides whether an upload is a new episode, a change to the one with the same recording, or a new
 * recording for the one that has its slug.
 *
 * @throws AlongsideError `slug_invalid`, `slug_taken`
 */
export async function choosePlace(arriving: Arriving, shelf: Shelf): Promise<Place> {
  if (arriving.slug !== null) checkSlug(arriving.slug);
  const holder = shelf.catalogue.slugOfRecording(arriving.sha256);
  const place = holder ? await keep(holder, arriving, shelf) : await open(arriving, shelf);
  if (shelf.busy().includes(place.slug)) {
    const remedy = 'Run the same command again when it is done.';
    throw taken(`“${place.slug}” is being published right now.`, remedy);
  }
  return place;
}

/** The recording is known: its episode is changed, and moved where another slug is asked for. */
async function keep(holder: string, { slug }: Arriving, shelf: Shelf): Promise<Place> {
  if (slug === null || slug === holder) return { slug: holder, isNew: false, moveTo: null };
  if (await isTaken(slug, shelf)) {
    throw taken(
      `“${slug}” is another episode, and this recording is already “${holder}”.`,
      'Choose another --slug, or leave it out to change the episode where it is.',
    );
  }
  return { slug: holder, isNew: false, moveTo: slug };
}

async function open(arriving: Arriving, shelf: Shelf): Promise<Place> {
  const { sha256, name, title, replaceRecording } = arriving;
  const slug =
    arriving.slug ?? slugFromTitle(title ?? titleFromName(name), `episode-${sha256.slice(0, 8)}`);
  if (!(await isTaken(slug, shelf))) return { slug, isNew: true, moveTo: null };
  if (replaceRecording) return { slug, isNew: false, moveTo: null };
  throw taken(
    `“${slug}” is already an episode with another recording.`,
    'Choose another --slug, or say --replace-recording to give that episode this recording.',
  );
}

async function isTaken(slug: string, { catalogue, layout }: Shelf): Promise<boolean> {
  return catalogue.manifest(slug) !== undefined || folderExists(episodeFolder(layout, slug));
}

function checkSlug(slug: string) {
  if (isSlug(slug)) return;
  throw new AlongsideError('slug_invalid', `“${slug}” cannot be an address.`, {
    remedy: `Use ${slugRule} characters.`,
  });
}

function taken(message: string, remedy: string): AlongsideError {
  return new AlongsideError('slug_taken', message, { remedy });
}
