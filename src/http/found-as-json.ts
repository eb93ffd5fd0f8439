import type { PageOfHits } from '../publish/search/page-of-hits.ts';
import { absolute, type Site } from '../render/site.ts';
import type { FoundInEpisode } from './found-in-episode.ts';

/**
 * What was found, as programs read it.
 *
 * @param next path of the next page; null after the last
 */
export function foundAsJson(
  site: Site,
  asked: string,
  { total, isAtLeast, suggestion, remarks, missing }: PageOfHits,
  results: FoundInEpisode[],
  next: string | null,
) {
  return {
    query: asked,
    total,
    totalIsAtLeast: isAtLeast,
    results: results.map(({ episode, speaker, start, end, text, kind, path }) => ({
      ...{ episode: episode.slug, title: episode.title, speaker, start, end, text, kind },
      url: absolute(site, path),
    })),
    next: next && absolute(site, next),
    ...{ suggestion, remarks, missing },
  };
}
