import { rename } from 'node:fs/promises';
import { AlongsideError } from '../episode/error.ts';
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
    throw new AlongsideError(
      'slug_taken',
      `“${slug}” became another episode in the meantime.`,
      { remedy: 'Choose another --slug.' },
      error,
    );
  });
  await flushFolder(layout.root);
}
