import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AlongsideError } from '../episode/error.ts';
import { canBeAddress } from '../episode/slug.ts';
import { canBeTranscript, type Fingerprint, marksOf, plainEnding } from './given-files.ts';
import { hashOf } from './hash-file.ts';
import { episodeFolder, historyFolder, type Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { flushFolder, makeFolder, writeWhole } from './write-file.ts';

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
  const name = `${stampOf(since)}-${hashOf(bytes).slice(0, 8)}${plainEnding(given) ?? '.txt'}`;
  await writeWhole(join(historyFolder(dirname(published)), name), bytes);
  return name;
}

/**
 * Moves a given file into the episode's `history/` before another one takes its place, where it was edited
 * since it was published: nobody has a copy of it. Its name begins with when that was.
 *
 * @param madeFrom what was published
 */
export async function keepUnpublished(folder: string, name: string, madeFrom: Fingerprint) {
  const mark = (await marksOf(folder, [name]))[name];
  if (mark === undefined || mark === madeFrom[name]) return;
  const path = join(folder, name);
  const { mtime } = await stat(path);
  const history = historyFolder(folder);
  await makeFolder(history);
  await rename(path, join(history, `${stampOf(mtime.toISOString())}-${name}`));
  await flushFolder(history);
}

/** Names of transcripts in an episode's `history/`, whoever put them there, the oldest first. */
export async function formerNames(layout: Layout, slug: string): Promise<string[]> {
  const folder = historyFolder(episodeFolder(layout, slug));
  const names = await readdir(folder).catch(ifMissing<string[]>([]));
  return names.filter((name) => canBeTranscript(name.replace(stamp, ''))).sort();
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
  if (canBeAddress(slug) && (await formerNames(layout, slug)).includes(version)) {
    return join(historyFolder(episodeFolder(layout, slug)), version);
  }
  throw new AlongsideError('file_not_found', `There is no version “${version}”.`, {
    remedy: `npm run episode -- history ${slug} lists those there are.`,
  });
}

const stamp = /^\d{4}-\d\d-\d\dT\d{6}-/;

function stampOf(moment: string): string {
  return moment.slice(0, 19).replaceAll(':', '');
}
