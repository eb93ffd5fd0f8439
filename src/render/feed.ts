import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { feedChannel } from './feed-channel.ts';
import { feedItem } from './feed-item.ts';
import { printFeed } from './feed-print.ts';
import type { Site } from './site.ts';

export interface FeedInput {
  site: Site;
  show: Show;
  /** Those that are listed now, in any order. */
  episodes: readonly Episode[];
  /** When one was last taken out of it, ISO 8601. */
  lastRemoved?: string | null;
}

/**
 * The podcast feed, `/feed.xml`: RSS 2.0 with the itunes and podcast namespaces, newest episode first.
 * The same input gives the same bytes. The rules quoted beside the code are those of Apple Podcasts
 * (support articles 823 and 893), of the Podcast Standards Project's PSP-1 and of the podcast namespace.
 *
 * @returns well-formed XML, whatever characters the texts hold
 */
export function renderFeed({ site, show, episodes, lastRemoved }: FeedInput): string {
  const newestFirst = episodes.toSorted(byDate);
  const channel = feedChannel(site, show, newestFirst, lastRemoved);
  const items = newestFirst.map((episode) => feedItem(site, show, episode));
  return printFeed(channel, items);
}

function byDate(a: Episode, b: Episode): number {
  return Date.parse(b.date) - Date.parse(a.date) || (a.slug < b.slug ? -1 : 1);
}
