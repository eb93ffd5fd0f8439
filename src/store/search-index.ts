import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PublishedTranscript } from '../episode/episode.ts';
import { episodeFolder, type Layout, publishedFolder } from './layout.ts';

/** Makes the folder that the search index is written to. */
export async function makeIndexFolder({ searchIndex }: Layout) {
  await mkdir(dirname(searchIndex), { recursive: true });
}

/** Deletes the search index; it is made again from the episodes. */
export async function deleteIndex({ searchIndex }: Layout) {
  await rm(dirname(searchIndex), { recursive: true, force: true });
}

/** Where `published/` keeps a transcript, to be read elsewhere. */
export function transcriptPath(layout: Layout, slug: string, { file }: PublishedTranscript): string {
  return `${publishedFolder(episodeFolder(layout, slug))}/${file}`;
}
