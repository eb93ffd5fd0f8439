import { AlongsideError } from '../episode/error.ts';
import { everyElement, readXml, type XmlElement } from '../markup/read-xml.ts';
import { addressIn } from './address.ts';
import { all, attribute, first, oneLine, said } from './elements.ts';
import type { FeedEpisode, FeedShow, Remark } from './feed.ts';
import { leftBehind } from './left-behind.ts';
import { readEpisode } from './read-episode.ts';
import { readShow } from './read-show.ts';

/** One page of a feed. Most feeds have one alone. */
export interface FeedPage {
  show: FeedShow;
  /** As they stand in the feed. */
  episodes: FeedEpisode[];
  /** Address of the page with older episodes (RFC 5005, 3). */
  next: string | null;
  remarks: Remark[];
}

/**
 * Reads RSS, whatever is wrong with it.
 *
 * @param base the feed's own address, which those in it are relative to
 * @throws AlongsideError `feed_unreadable` where it is no RSS at all
 */
export function readFeed(source: string, base: string): FeedPage {
  const root = readXml(source);
  const items = itemsIn(root);
  // Some feeds have all of it straight in <rss>.
  const channel = first(root, 'channel') ?? (items.length > 0 ? root : null);
  if (root === null || channel === null) throw notRss(root, base);
  const remarks: Remark[] = leftBehind(channel, items);
  const episodes = items.flatMap((item) => {
    const episode = readEpisode(item, base);
    if (episode === null) remarks.push(withoutRecording(item));
    return episode ?? [];
  });
  const next = all(channel, 'atom:link').find(
    (link) => attribute(link, 'rel')?.toLowerCase() === 'next',
  );
  const show = { ...readShow(channel, base), seasons: seasonsIn(items) };
  return { show, episodes, next: addressIn(base, attribute(next ?? null, 'href')), remarks };
}

/**
 * Wherever they stand: RSS 1.0 has them beside the channel, and a tag that nobody closed takes in all that
 * come after it.
 */
function itemsIn(root: XmlElement | null): XmlElement[] {
  const elements = root === null ? [] : [...everyElement(root)];
  return elements.filter(({ written }) => written.toLowerCase() === 'item');
}

/** `podcast:season` may have a name. */
function seasonsIn(items: XmlElement[]): Record<string, string> {
  const named = items.flatMap((item) => {
    const season = first(item, 'podcast:season');
    const number = season?.text.trim() ?? '';
    const name = oneLine(attribute(season, 'name'), 128);
    return name !== null && /^[1-9]\d{0,5}$/.test(number) ? [[number, name] as const] : [];
  });
  return Object.fromEntries(named);
}

function withoutRecording(item: XmlElement): Remark {
  return {
    episode: oneLine(said(item, 'title')) ?? said(item, 'guid') ?? `line ${item.line}`,
    message: 'It has no recording, so there is nothing to hear.',
    remedy: 'If it has one, upload it with npm run upload.',
    isLoss: true,
  };
}

function notRss(root: XmlElement | null, base: string): AlongsideError {
  const found: Record<string, string> = {
    html: 'This is a web page',
    feed: 'This is an Atom feed',
    opml: 'This is a list of feeds',
  };
  const name = root?.name.toLowerCase() ?? '';
  const what = found[name] ?? (root === null ? 'There is no XML in it' : `This is “${name}”`);
  return new AlongsideError('feed_unreadable', `${what}, not an RSS feed.`, {
    file: base,
    remedy: 'Give the address of the podcast’s RSS feed, as the directories have it.',
  });
}
