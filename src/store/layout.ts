import { join } from 'node:path';

/** Where everything of a show lies. Names that begin with a dot are ours, never an episode's. */
export interface Layout {
  root: string;
  showFile: string;
  /** Who the show's people are; there need not be one. */
  peopleFile: string;
  /** Decided once, never shipped: the show's `podcast:guid`. */
  decidedShowFile: string;
  tokenFile: string;
  /** Uploads that are still arriving; named here because tus writes to it. */
  uploads: string;
  /** Episodes being made, one folder a job. */
  jobs: string;
}

export function layoutOf(episodesDir: string): Layout {
  return {
    root: episodesDir,
    showFile: join(episodesDir, 'show.yaml'),
    peopleFile: join(episodesDir, 'people.yaml'),
    decidedShowFile: join(episodesDir, '.show.json'),
    tokenFile: join(episodesDir, '.upload-token'),
    uploads: join(episodesDir, '.incoming', 'uploads'),
    jobs: join(episodesDir, '.incoming', 'jobs'),
  };
}

export function episodeFolder(layout: Layout, slug: string): string {
  return join(layout.root, slug);
}

export function publishedFolder(folder: string): string {
  return join(folder, 'published');
}

export function manifestFile(folder: string): string {
  return join(folder, 'published', 'manifest.json');
}

export function decidedFile(folder: string): string {
  return join(folder, 'episode.json');
}
