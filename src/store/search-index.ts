import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PublishedTranscript } from '../episode/episode.ts';
import { episodeFolder, type Layout, publishedFolder } from './layout.ts';
import { ifMissing } from './missing.ts';

/** Makes the folder that the search index is written to. */
export async function makeIndexFolder({ searchIndex }: Layout) {
  await mkdir(dirname(searchIndex), { recursive: true });
}

/** Deletes the search index; it is made again from the episodes. */
export async function deleteIndex({ searchIndex }: Layout) {
  await rm(dirname(searchIndex), { recursive: true, force: true });
}

/** A transcript's bytes as `published/` keeps them, to be read elsewhere; null where they are not there any more. */
export async function transcriptBytes(
  layout: Layout,
  slug: string,
  { file }: PublishedTranscript,
): Promise<Uint8Array | null> {
  const path = `${publishedFolder(episodeFolder(layout, slug))}/${file}`;
  return readFile(path).catch(ifMissing(null));
}
