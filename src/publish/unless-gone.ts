import { AlongsideError } from '../episode/error.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { folderExists } from '../store/given-files.ts';
import { episodeFolder, type Layout } from '../store/layout.ts';

/**
 * What is under way in an episode's folder. Where it fails because somebody took the folder away, it says
 * so, and readers see the episode no more.
 *
 * @throws AlongsideError `episode_not_found`, and whatever the work throws
 */
export async function unlessGone<T>(
  slug: string,
  { layout, catalogue }: { layout: Layout; catalogue: Catalogue },
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted || (await folderExists(episodeFolder(layout, slug)))) throw error;
    catalogue.remove(slug);
    throw takenAway(slug, error);
  }
}

export function takenAway(slug: string, cause?: unknown): AlongsideError {
  const message = `The folder of “${slug}” was taken away.`;
  const remedy = 'Run the upload again, or put the folder back.';
  return new AlongsideError('episode_not_found', message, { remedy }, cause);
}
