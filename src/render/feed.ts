import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { feedChannel } from './feed-channel.ts';
import { feedItem } from './feed-item.ts';
import { feedPage } from './feed-page.ts';
import { printFeed } from './feed-print.ts';
import type { Site } from './site.ts';

export interface FeedInput {
  site: Site;
  show: Show;
  /** Those that are listed now, in any order. */
  episodes: readonly Episode[];
  /** Of the feed's pages, counted from 1; an archive's feed has one. */
  page?: number;
  /** Where only some of the show's episodes are in it: what they share, and the path of their page. */
  archive?: { heading: string; path: string } | null;
  /** When one was last taken out of it, ISO 8601. */
  lastRemoved?: string | null;
}

/**
 * The podcast feed, `/feed.xml`: RSS 2.0 with the itunes and podcast namespaces, newest episode first.
 * The same input gives the same bytes. The rules quoted beside the code are those of Apple Podcasts
 * (support articles 823 and 893), of the Podcast Standards Project's PSP-1 and of the podcast namespace.
 *
 * @returns well-formed XML, whatever characters the texts hold; null where there is no such page
 */
export function renderFeed(input: FeedInput): string | null {
  const { site, show, archive = null } = input;
  const found = feedPage(input.episodes, show.feedEpisodes, archive ? 1 : (input.page ?? 1));
  if (found === null) return null;
  const channel = feedChannel(site, show, found, {
    archive,
    lastRemoved: input.lastRemoved ?? null,
  });
  return printFeed(
    channel,
    found.episodes.map((episode) => feedItem(site, show, episode)),
  );
}
