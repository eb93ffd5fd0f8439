import { tellCorrection } from '../align/correct/tell-correction.ts';
import type { Correction } from '../episode/correction.ts';
import type { PublishedTranscript } from '../episode/episode.ts';
import type { Transcript } from '../episode/transcript.ts';
import type { Decided } from '../store/decided.ts';
import { keepFormer } from '../store/history.ts';
import type { Manifest } from '../store/manifest.ts';

/** A transcript that is about to be published. */
interface Next {
  published: PublishedTranscript;
  said: Transcript;
  /** SHA-256 of the file as given. */
  given: string;
}

/**
 * Keeps the transcript that was published so far where another one is about to take its place, whether a
 * command brought that or somebody edited the file.
 *
 * @param before what was published so far, with its times
 * @param next what is about to be published; null where the transcript was taken away
 * @returns what is decided, with the former transcript noted; and how much was changed, null where it is the
 *   same file
 */
export async function noteFormer(
  decided: Decided,
  previous: Manifest | null,
  before: Transcript | null,
  next: Next | null,
  published: string,
  now: Date,
): Promise<{ noted: Decided; correction: Correction | null }> {
  const former = previous?.episode.transcript ?? null;
  if (previous === null || !former?.copy || former.copy === next?.published.copy) {
    return { noted: decided, correction: null };
  }
  const correction = before && next && tellCorrection(before, next.said);
  const { changed, draft, date } = previous.episode;
  const file = await keepFormer(published, { ...former, copy: former.copy }, changed);
  // After a crash it may have been noted already.
  if (file === null || decided.versions.at(-1)?.file === file) {
    return { noted: decided, correction };
  }
  const wasSeen = !draft && Date.parse(date) <= now.getTime();
  const corrected =
    wasSeen && next !== null && before !== null && whatIsSaid(before) !== whatIsSaid(next.said);
  const { transcriptBy } = decided;
  const version = {
    ...{ file, until: now.toISOString(), corrected },
    ...(correction && { correction }),
    ...(transcriptBy && transcriptBy.sha256 === next?.given && { by: transcriptBy.who }),
  };
  return { noted: { ...decided, versions: [...decided.versions, version] }, correction };
}

/** Who says which words, whatever times they have. */
function whatIsSaid({ turns }: Transcript): string {
  return JSON.stringify(
    turns.map(({ speakers, paragraphs }) => [
      speakers,
      paragraphs.map(({ words }) => words.map(({ text }) => text)),
    ]),
  );
}
