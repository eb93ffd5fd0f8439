import { rename } from 'node:fs/promises';
import { AlongsideError } from '../episode/error.ts';
import { folderExists } from './given-files.ts';
import { episodeFolder, type Layout } from './layout.ts';
import { flushFolder } from './write-file.ts';

/**
 * Gives a folder its place among the episodes, by one rename.
 *
 * @throws AlongsideError `slug_taken` where another episode is there
 */
export async function moveFolder(layout: Layout, from: string, slug: string) {
  await rename(from, episodeFolder(layout, slug)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    throw taken(slug, error);
  });
  await flushFolder(layout.root);
}

/**
 * Asks for that place beforehand, while nothing has been touched yet.
 *
 * @throws AlongsideError `slug_taken`
 */
export async function refuseTaken(layout: Layout, slug: string) {
  if (await folderExists(episodeFolder(layout, slug))) throw taken(slug);
}

function taken(slug: string, cause?: unknown): AlongsideError {
  const message = `“${slug}” became another episode in the meantime.`;
  return new AlongsideError('slug_taken', message, { remedy: 'Choose another --slug.' }, cause);
}
