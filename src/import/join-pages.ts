import type { FeedEpisode, FeedShow, Remark } from './feed.ts';
import type { FeedPage } from './read-feed.ts';

/** A whole feed. */
export interface Feed {
  show: FeedShow;
  /** Newest first; those without a date last. */
  episodes: FeedEpisode[];
  remarks: Remark[];
}

/**
 * The pages of a feed as one, the show as the first page has it. An episode that stands on two pages counts
 * once; one that has another's GUID is left out and named.
 *
 * @param pages at least one
 */
export function joinPages(pages: [FeedPage, ...FeedPage[]]): Feed {
  const remarks = withoutRepeats(pages.flatMap((page) => page.remarks));
  const byGuid = new Map<string, FeedEpisode>();
  for (const episode of pages.flatMap((page) => page.episodes)) {
    const other = byGuid.get(episode.guid);
    if (other === undefined) byGuid.set(episode.guid, episode);
    else if (other.recording.url !== episode.recording.url) remarks.push(sameGuid(episode, other));
  }
  const episodes = [...byGuid.values()];
  for (const { guidIsAddress, title, guid } of episodes) {
    if (guidIsAddress) remarks.push(guidMade(title ?? guid));
  }
  const seasons = Object.assign({}, ...pages.map(({ show }) => show.seasons).reverse());
  return { show: { ...pages[0].show, seasons }, episodes: episodes.sort(newestFirst), remarks };
}

function newestFirst(one: FeedEpisode, other: FeedEpisode): number {
  return (other.date ?? '').localeCompare(one.date ?? '');
}

/** What the channel lacks stands on each page. */
function withoutRepeats(remarks: Remark[]): Remark[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values()];
}

function sameGuid(episode: FeedEpisode, other: FeedEpisode): Remark {
  return {
    episode: episode.title ?? episode.recording.url,
    message: `It has the GUID of “${other.title ?? other.recording.url}”, ${episode.guid}.`,
    remedy: 'Give it a GUID of its own in the old feed, or upload it with npm run upload.',
    isLoss: true,
  };
}

function guidMade(episode: string): Remark {
  return {
    episode,
    message:
      'The feed has no GUID for it; the address of its recording stands for one, as apps do it.',
    remedy: null,
    isLoss: false,
  };
}
