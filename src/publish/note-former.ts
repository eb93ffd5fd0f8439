import { join } from 'node:path';
import type { PublishedTranscript } from '../episode/episode.ts';
import type { Transcript } from '../episode/transcript.ts';
import type { Decided } from '../store/decided.ts';
import { keepFormer } from '../store/history.ts';
import type { Manifest } from '../store/manifest.ts';
import { readModel } from '../store/read-bytes.ts';

/**
 * Keeps the transcript that was published so far where another one is about to take its place, whether a
 * command brought that or somebody edited the file.
 *
 * @param next what is about to be published; null where the transcript was taken away
 * @returns what is decided, with the former transcript noted
 */
export async function noteFormer(
  decided: Decided,
  previous: Manifest | null,
  next: { published: PublishedTranscript; said: Transcript } | null,
  published: string,
  now: Date,
): Promise<Decided> {
  const before = previous?.episode.transcript ?? null;
  if (previous === null || !before?.copy || before.copy === next?.published.copy) return decided;
  const { changed, draft, date } = previous.episode;
  const file = await keepFormer(published, { ...before, copy: before.copy }, changed);
  // After a crash it may have been noted already.
  if (file === null || decided.versions.at(-1)?.file === file) return decided;
  const wasSeen = !draft && Date.parse(date) <= now.getTime();
  const said = await readModel(join(published, before.file)).catch(() => null);
  const corrected =
    wasSeen && next !== null && said !== null && whatIsSaid(said) !== whatIsSaid(next.said);
  const version = { file, until: now.toISOString(), corrected };
  return { ...decided, versions: [...decided.versions, version] };
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
