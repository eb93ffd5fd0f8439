import { isSlug } from '../episode/slug.ts';
import { slugFromTitle } from '../markup/slug-from-title.ts';
import type { FeedEpisode } from './feed.ts';

/**
 * An episode's address here: the last part of its old one where that can be, so that old links are easy to
 * lead here, else from its title; with a number where it is taken.
 *
 * @param linked how many episodes have each link: one that several have names none of them
 */
export function chooseSlug(
  episode: Pick<FeedEpisode, 'title' | 'link' | 'guid'>,
  linked: ReadonlyMap<string, number>,
  taken: ReadonlySet<string>,
): string {
  const { title, link } = episode;
  const own = link !== null && linked.get(link) === 1 ? lastPart(link) : null;
  const slug = own ?? slugFromTitle(title ?? '', 'episode');
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? slug : `${slug.slice(0, 90).replace(/-+$/, '')}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function lastPart(link: string): string | null {
  const { pathname } = new URL(link);
  const part = pathname.split('/').filter(Boolean).at(-1)?.toLowerCase() ?? '';
  const slug = part.replace(/\.(?:html?|php|aspx?|mp3|m4a)$/, '').replaceAll('_', '-');
  return isSlug(slug) && !/^(?:index|episodes?|podcast|feed|rss)$/.test(slug) ? slug : null;
}
