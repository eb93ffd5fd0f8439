import { join } from 'node:path';
import type { PublishedTranscript } from '../episode/episode.ts';
import { splitSlug } from '../episode/secret-slug.ts';

/** Where everything of a show lies. Names that begin with a dot are ours, never an episode's. */
export interface Layout {
  root: string;
  showFile: string;
  /** Who the show's people are; there need not be one. */
  peopleFile: string;
  /** Decided once, never shipped: the show's `podcast:guid`, and the secret its draft links are made with. */
  decidedShowFile: string;
  /** Every episode the public has seen, and what of it. */
  publicRecordFile: string;
  tokenFile: string;
  /** Hashes of the tokens that were given to others. */
  tokensFile: string;
  /** Links for people without an account. */
  invitesFile: string;
  /** Announcements that have not been received yet. */
  outbox: string;
  /** Uploads that are still arriving; named here because tus writes to it. */
  uploads: string;
  /** Episodes being made, one folder a job. */
  jobs: string;
  /** Episodes that were removed, until nobody wants them back. */
  removed: string;
  /** The index over all that was said, in a folder of its own. */
  searchIndex: string;
}

export function layoutOf(episodesDir: string): Layout {
  return {
    root: episodesDir,
    showFile: join(episodesDir, 'show.yaml'),
    peopleFile: join(episodesDir, 'people.yaml'),
    decidedShowFile: join(episodesDir, '.show.json'),
    publicRecordFile: join(episodesDir, '.public.json'),
    tokenFile: join(episodesDir, '.upload-token'),
    tokensFile: join(episodesDir, '.tokens.json'),
    invitesFile: join(episodesDir, '.invites.json'),
    outbox: join(episodesDir, '.outbox'),
    uploads: join(episodesDir, '.incoming', 'uploads'),
    jobs: join(episodesDir, '.incoming', 'jobs'),
    removed: join(episodesDir, '.removed'),
    searchIndex: join(episodesDir, '.search', 'index.sqlite'),
  };
}

/** @param slug with or without the key of its secret address */
export function episodeFolder(layout: Layout, slug: string): string {
  return join(layout.root, splitSlug(slug).slug);
}

export function publishedFolder(folder: string): string {
  return join(folder, 'published');
}

export function manifestFile(folder: string): string {
  return join(folder, 'published', 'manifest.json');
}

/** Where an episode keeps the transcripts that were public before. */
export function historyFolder(folder: string): string {
  return join(folder, 'history');
}

export function decidedFile(folder: string): string {
  return join(folder, 'episode.json');
}

/** Where `published/` keeps an episode's transcript. */
export function publishedTranscript(
  layout: Layout,
  slug: string,
  { file }: PublishedTranscript,
): string {
  return `${publishedFolder(episodeFolder(layout, slug))}/${file}`;
}
