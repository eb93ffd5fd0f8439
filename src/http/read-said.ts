import type { PublishedTranscript } from '../episode/episode.ts';
import { nameSpeakers, type Transcript } from '../episode/transcript.ts';
import { publishedTranscript } from '../store/layout.ts';
import { readModel } from '../store/read-bytes.ts';
import type { Context } from './context.ts';
import { refuseMissing } from './refuse-lost.ts';

/**
 * What was said in an episode, its speakers under the names they have now.
 *
 * @throws AlongsideError `episode_being_made` where somebody has deleted it
 */
export async function readSaid(
  { layout }: Context,
  slug: string,
  transcript: PublishedTranscript,
): Promise<Transcript> {
  const model = await readModel(publishedTranscript(layout, slug, transcript)).catch(refuseMissing);
  return nameSpeakers(model, transcript.speakers);
}
