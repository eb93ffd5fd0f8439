import { AlongsideError } from '../episode/error.ts';
import type { TranscriptFormat } from '../transcript/format.ts';
import { readTranscript } from '../transcript/read.ts';
import type { FeedTranscript } from './feed.ts';

export interface ChosenTranscript {
  bytes: Uint8Array;
  /** `transcript.` and the ending of what it is. */
  name: string;
  language: string | null;
}

/** By how much they keep: times of words, times of phrases, names, words alone. */
const worth: RegExp[] = [/json/, /vtt/, /srt|subrip/, /html/, /text\/plain|^txt$/];

/** What a file must turn out to be where its type says so: servers answer with a page of regrets. */
const certain: [said: RegExp, format: TranscriptFormat][] = [
  [/json/, 'json'],
  [/vtt/, 'vtt'],
];

const endings: Partial<Record<TranscriptFormat, string>> = { text: 'txt', markdown: 'md' };

/**
 * Chooses among the transcripts of an episode the one that keeps most and can be read.
 *
 * @param load fetches one by its address
 * @returns the one to take, null where none will do; and why others would not do that come before it
 */
export async function chooseTranscript(
  offered: FeedTranscript[],
  load: (url: string) => Promise<Uint8Array>,
): Promise<{ chosen: ChosenTranscript | null; refused: { url: string; why: string }[] }> {
  const refused: { url: string; why: string }[] = [];
  for (const { url, type, language } of offered.toSorted((a, b) => rank(a) - rank(b))) {
    try {
      const bytes = await load(url);
      const { format } = readTranscript(bytes, url);
      const wanted = certain.find(([said]) => said.test(type ?? ''))?.[1];
      if (wanted !== undefined && format === 'html') {
        throw new AlongsideError('transcript_malformed', 'This is a web page.', { remedy: '' });
      }
      const name = `transcript.${endings[format] ?? format}`;
      return { chosen: { bytes, name, language }, refused };
    } catch (error) {
      if (!(error instanceof AlongsideError)) throw error;
      refused.push({ url, why: error.message });
    }
  }
  return { chosen: null, refused };
}

function rank({ type, url }: FeedTranscript): number {
  const ending = /\.([a-z]{2,4})(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase();
  const place = worth.findIndex((said) => said.test(type ?? ending ?? ''));
  return place === -1 ? worth.length : place;
}
