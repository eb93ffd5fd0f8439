import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { AlongsideError } from '../../episode/error.ts';
import { chooseTranscript } from '../../import/choose-transcript.ts';
import { episodeFields } from '../../import/episode-fields.ts';
import type { FeedChapter, FeedEpisode, Remark } from '../../import/feed.ts';
import { printChapters, readJsonChapters } from '../../import/read-chapters.ts';
import { describePicture } from '../../media/picture.ts';
import { type Fetching, failed } from './ask-for.ts';
import { fetchSmall } from './fetch-small.ts';

/** What goes with a recording: paths of files that are ready to be sent. */
export interface Gathered {
  transcript: string | null;
  chapters: string | null;
  cover: string | null;
  /** An `episode.md`. */
  details: string;
}

const mostBytes = 32 << 20;

/**
 * Fetches what goes with a recording. What cannot be used stays behind and is named: it is no reason to do
 * without the episode.
 *
 * @param show the feed's language, and its cover, which episodes need not repeat
 */
export async function gather(
  episode: FeedEpisode,
  show: { language: string | null; cover: string | null },
  folder: string,
  fetching: Fetching,
): Promise<{ files: Gathered; remarks: Remark[] }> {
  const remarks: Remark[] = [];
  const load = async (url: string) => (await fetchSmall(url, mostBytes, fetching)).bytes;
  const save = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const lost = (what: string, error: unknown) => {
    if (!(error instanceof AlongsideError)) throw error;
    remarks.push(loss(episode, `${what} did not come: ${error.message}`, error.facts.remedy));
    return null;
  };

  const { chosen, refused } = await chooseTranscript(episode.transcripts, load);
  if (chosen === null && refused[0]) {
    const reason = refused.map(({ url, why }) => `${url}: ${why}`).join(' ');
    const remedy = 'Give the episode a transcript with npm run upload -- … --transcript.';
    remarks.push(loss(episode, `No transcript could be used. ${reason}`, remedy));
  }
  const chapters = await chaptersOf(episode, load).catch((error) => lost('The chapters', error));
  const own = episode.cover !== show.cover ? episode.cover : null;
  const cover =
    own === null ? null : await coverAt(own, load).catch((error) => lost('The cover', error));
  const fields = episodeFields(episode, chosen?.language ?? show.language);
  return {
    files: {
      transcript: chosen && (await save(chosen.name, chosen.bytes)),
      chapters: chapters?.length ? await save('chapters.json', printChapters(chapters)) : null,
      cover: cover && (await save(cover.name, cover.bytes)),
      details: await save('episode.md', `---\n${stringify(fields)}---\n\n${episode.notes}\n`),
    },
    remarks,
  };
}

type Load = (url: string) => Promise<Uint8Array>;

/** Those of the file, else those in the feed itself. */
async function chaptersOf(episode: FeedEpisode, load: Load): Promise<FeedChapter[]> {
  if (episode.chaptersFile === null) return episode.chapters;
  try {
    const url = episode.chaptersFile;
    const found = readJsonChapters(new TextDecoder().decode(await load(url)), url);
    if (found !== null) return found;
    throw failed(`${url} has no chapters in it.`, 'Write them into episode.md.');
  } catch (error) {
    if (episode.chapters.length > 0) return episode.chapters;
    throw error;
  }
}

/** @throws AlongsideError `cover_unreadable` for anything but JPEG and PNG */
export async function coverAt(
  url: string,
  load: Load,
): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = await load(url);
  const { type } = describePicture(bytes, url);
  return { name: type === 'image/png' ? 'cover.png' : 'cover.jpg', bytes };
}

function loss({ title, guid }: FeedEpisode, message: string, remedy: string): Remark {
  return { episode: title ?? guid, message, remedy, isLoss: true };
}
