import { pathToFileURL } from 'node:url';
import { fromCaller } from '../../config.ts';
import { decodeFeed } from '../../import/decode-feed.ts';
import type { Remark } from '../../import/feed.ts';
import { type Feed, joinPages } from '../../import/join-pages.ts';
import { type FeedPage, readFeed } from '../../import/read-feed.ts';
import type { Fetching } from './ask-for.ts';
import { fetchSmall } from './fetch-small.ts';

/** Five thousand episodes with long notes. */
const mostBytes = 64 << 20;
const mostPages = 500;

/** The address of what a person named: a feed of the web, or a file. */
export function feedAddress(given: string): string {
  // What feed readers call them: feed://old.example, feed:https://old.example, itpc://old.example.
  const web = given
    .replace(/^feed:(?=https?:\/\/)/i, '')
    .replace(/^(?:feed|itpc|pcast):\/\//i, 'http://');
  const isWeb = /^https?:\/\//i.test(web) && URL.canParse(web);
  return isWeb ? new URL(web).href : pathToFileURL(fromCaller(given)).href;
}

/**
 * A feed with all its pages (RFC 5005, 3).
 *
 * @param onPage told how many pages there are so far
 * @throws AlongsideError `download_failed`, `feed_unreadable`
 */
export async function loadFeed(
  address: string,
  fetching: Fetching,
  onPage: (pages: number) => void,
): Promise<Feed> {
  const seen = new Set([address]);
  const first = await loadPage(address, fetching);
  const pages: [FeedPage, ...FeedPage[]] = [first];
  for (let next = first.next; next !== null && !seen.has(next); ) {
    if (pages.length === mostPages) {
      first.remarks.push(tooMany(next));
      break;
    }
    seen.add(next);
    onPage(pages.length);
    const page = await loadPage(next, fetching);
    pages.push(page);
    next = page.next;
  }
  return joinPages(pages);
}

async function loadPage(address: string, fetching: Fetching): Promise<FeedPage> {
  const { bytes, contentType, url } = await fetchSmall(address, mostBytes, fetching);
  return readFeed(decodeFeed(bytes, contentType), url);
}

function tooMany(next: string): Remark {
  const message = `The feed has more than ${mostPages} pages; what is older did not come.`;
  const remedy = `Import the rest by itself: npm run import -- ${next}`;
  return { episode: null, message, remedy, isLoss: true };
}
