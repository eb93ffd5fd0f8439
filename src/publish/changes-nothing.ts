import { isSame } from '../align/correct/tell-correction.ts';
import { whoIsHeard } from '../episode/cast.ts';
import { AlongsideError } from '../episode/error.ts';
import { nameSpeakers, type Transcript, type Word, wordsOf } from '../episode/transcript.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { episodeFolder, type Layout, publishedFolder } from '../store/layout.ts';
import { readBytes, smallFiles } from '../store/read-bytes.ts';
import { deleteUpload } from '../store/uploads.ts';
import { brokeOff } from './broke-off.ts';
import { checkUpload } from './check-upload.ts';
import { transcriptBefore } from './published-before.ts';
import type { Publisher } from './publisher.ts';
import { readGiven } from './read-given.ts';

interface Shop {
  layout: Layout;
  catalogue: Catalogue;
  publisher: Pick<Publisher, 'active'>;
}

/**
 * Whether a transcript that was uploaded says what the published one says: the same words at the same times by
 * the same people, in the same paragraphs. Its upload is deleted then, in whatever form it came. Where
 * the episode is being published, its words are to be looked for again, or what came cannot be read, it does not.
 *
 * @param upload its id
 * @throws AlongsideError as `checkUpload`
 */
export async function changesNothing(
  upload: string,
  slug: string,
  { layout, catalogue, publisher }: Shop,
): Promise<boolean> {
  const manifest = catalogue.manifest(slug);
  const isBusy = publisher.active().some((job) => job.slug === slug || job.about === slug);
  if (manifest === undefined || isBusy || brokeOff(manifest)) return false;
  const before = await transcriptBefore(manifest, publishedFolder(episodeFolder(layout, slug)));
  if (before === null) return false;
  const { path, name } = await checkUpload(layout, upload);
  const bytes = await readBytes(path, { ...smallFiles.transcript, name }).catch(() => null);
  if (bytes === null) return false;
  const transcript = tryToRead(() => readGiven(bytes, name, before).transcript);
  if (transcript === null) return false;
  const named = (one: Transcript) =>
    nameSpeakers(one, whoIsHeard(manifest.cast, one.speakers, catalogue.known()).speakers);
  const isTheSame =
    outline(named(transcript)) === outline(named(before)) && hasTimesOf(transcript, before);
  if (isTheSame) await deleteUpload(layout, upload);
  return isTheSame;
}

/** What is wrong with it is for those to say who are to publish it. */
function tryToRead(read: () => Transcript): Transcript | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AlongsideError) return null;
    throw error;
  }
}

/** Who says which words, in which paragraphs, and what comes in between. */
function outline({ speakers, turns, breaksAfter = [] }: Transcript): string {
  const names = new Map(speakers.map(({ label, name }) => [label, name]));
  const said = turns.map((turn) => [
    turn.speakers.map((label) => names.get(label) ?? label),
    turn.paragraphs.map(({ words }) => words.map(({ text }) => text)),
    turn.breaksBefore ?? [],
  ]);
  return JSON.stringify([said, breaksAfter]);
}

/** Whether the times that a transcript brings, if it does, are those of another one with the same words. */
function hasTimesOf(given: Transcript, before: Transcript): boolean {
  const words = [...wordsOf(before)];
  return [...wordsOf(given)].every(({ start, end }, at) => {
    const was = words[at] as Word;
    return isTimeOf(start, was.start, at, words) && isTimeOf(end, was.end, at, words);
  });
}

/** Captions give words that have no time of their own that of the words beside them. */
function isTimeOf(time: number | null, was: number | null, at: number, words: Word[]): boolean {
  if (time === null || isSame(time, was)) return true;
  if (was !== null) return false;
  const isTimed = ({ start }: Word) => start !== null;
  const beside = [words.slice(0, at).findLast(isTimed), words.slice(at).find(isTimed)];
  return beside.some((word) => word && (isSame(time, word.start) || isSame(time, word.end)));
}
