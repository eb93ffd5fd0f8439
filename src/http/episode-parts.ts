import type { Episode } from '../episode/episode.ts';
import { splitSlug } from '../episode/secret-slug.ts';
import { episodeFolder, publishedFolder } from '../store/layout.ts';
import { readPeaks } from '../store/read-bytes.ts';
import type { Context } from './context.ts';
import { readSaid } from './read-said.ts';
import { refuseMissing } from './refuse-lost.ts';

/** An episode with what is read from disk for its pages: what was said, and how loud it was. */
export async function partsOf(context: Context, episode: Episode) {
  const published = publishedFolder(episodeFolder(context.layout, episode.slug));
  const { transcript, waveform } = episode;
  return {
    site: context.site(),
    show: context.catalogue.show(),
    episode,
    transcript: transcript && (await readSaid(context, episode.slug, transcript)),
    peaks: await readPeaks(`${published}/${waveform.file}`).catch(refuseMissing),
  };
}

/** What anything that is said of an episode is made of: other objects as soon as anything about them changes. */
export function madeOf({ catalogue }: Context, episode: Episode): readonly unknown[] {
  // A secret address makes an object of its own each time.
  const lasting = catalogue.manifest(splitSlug(episode.slug).slug);
  return [catalogue.show(), lasting, episode.slug];
}
