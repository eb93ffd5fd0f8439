import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AlongsideError } from '../episode/error.ts';
import { plainEnding } from './given-files.ts';
import { hashOf } from './hash-file.ts';
import { episodeFolder, historyFolder, type Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { writeWhole } from './write-file.ts';

/**
 * Keeps a transcript that is about to be replaced in the episode's `history/`, as it was given. The name says
 * since when it was published; doing it twice, as after a crash, makes one file.
 *
 * @param published the episode's folder of derived files, where its copy lies
 * @param since ISO 8601
 * @returns its name there; null where the copy is lost
 */
export async function keepFormer(
  published: string,
  { copy, given }: { copy: string; given: string },
  since: string,
): Promise<string | null> {
  const bytes = await readFile(join(published, copy)).catch(ifMissing(null));
  if (bytes === null) return null;
  const day = since.slice(0, 19).replaceAll(':', '');
  const name = `${day}-${hashOf(bytes).slice(0, 8)}${plainEnding(given) ?? '.txt'}`;
  await writeWhole(join(historyFolder(dirname(published)), name), bytes);
  return name;
}

/** Names in an episode's `history/`, whoever put them there, the oldest first. */
export async function formerNames(layout: Layout, slug: string): Promise<string[]> {
  const folder = historyFolder(episodeFolder(layout, slug));
  const names = await readdir(folder).catch(ifMissing<string[]>([]));
  return names.filter((name) => !name.startsWith('.')).sort();
}

/**
 * Path of a transcript that an episode had before.
 *
 * @throws AlongsideError `file_not_found`
 */
export async function formerTranscript(
  layout: Layout,
  slug: string,
  version: string,
): Promise<string> {
  if ((await formerNames(layout, slug)).includes(version)) {
    return join(historyFolder(episodeFolder(layout, slug)), version);
  }
  throw new AlongsideError('file_not_found', `There is no version “${version}”.`, {
    remedy: `npm run episode -- history ${slug} lists those there are.`,
  });
}
