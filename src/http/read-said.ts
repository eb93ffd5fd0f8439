import type { PublishedTranscript } from '../episode/episode.ts';
import { nameSpeakers, type Transcript } from '../episode/transcript.ts';
import { episodeFolder, publishedFolder } from '../store/layout.ts';
import { readModel } from '../store/read-bytes.ts';
import type { Context } from './context.ts';

/** What was said in an episode, its speakers under the names they have now. */
export async function readSaid(
  { layout }: Context,
  slug: string,
  { file, speakers }: PublishedTranscript,
): Promise<Transcript> {
  const model = await readModel(`${publishedFolder(episodeFolder(layout, slug))}/${file}`);
  return nameSpeakers(model, speakers);
}
