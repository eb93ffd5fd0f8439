import type { PublishedTranscript } from '../episode/episode.ts';
import { nameSpeakers, type Transcript } from '../episode/transcript.ts';
import { episodeFolder, publishedFolder } from '../store/layout.ts';
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
  { file, speakers }: PublishedTranscript,
): Promise<Transcript> {
  const path = `${publishedFolder(episodeFolder(layout, slug))}/${file}`;
  const model = await readModel(path).catch(refuseMissing);
  return nameSpeakers(model, speakers);
}
