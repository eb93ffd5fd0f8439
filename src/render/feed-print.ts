import { Podcast } from 'podcast';
import { legalInXml } from '../markup/escape.ts';
import { namespaces } from '../markup/namespaces.ts';
import { type Element, libraryElement } from './feed-element.ts';

/** The show as a feed says it, each text as a reader is to see it: nothing escaped for XML yet. */
export interface FeedChannel {
  title: string;
  /** HTML. */
  description: string;
  /** The show's web page. */
  link: string;
  /** The feed's own address. */
  self: string;
  language: string;
  /** Empty where there is none. */
  copyright: string;
  /** When the newest episode came out; null while there is none. */
  published: Date | null;
  /** When readers last got something else than before; null while there is no episode. */
  changed: Date | null;
  /** What RSS itself has no word for. */
  elements: Element[];
}

/** An episode as a feed says it. */
export interface FeedItem {
  title: string;
  guid: string;
  link: string;
  /** HTML; empty where there is none. */
  description: string;
  /** The notes as HTML; empty where there are none. */
  content: string;
  published: Date;
  /** `size` in bytes. */
  enclosure: { url: string; size: number; type: string };
  elements: Element[];
}

/**
 * Prints RSS 2.0 with the `podcast` library, which escapes text and attributes and splits `]]>`.
 * What the library would get wrong is kept from it: characters XML forbids, an author that is no e-mail
 * address, and its iTunes part, which always adds `itunes:summary` and an owner, empty if need be.
 */
export function printFeed(channel: FeedChannel, items: FeedItem[]): string {
  const feed = new Podcast({
    title: legalInXml(channel.title),
    description: legalInXml(channel.description),
    siteUrl: legalInXml(channel.link),
    feedUrl: legalInXml(channel.self),
    language: legalInXml(channel.language),
    copyright: legalInXml(channel.copyright),
    generator: 'Alongside',
    ...(channel.published === null ? {} : { pubDate: channel.published }),
    namespaces: { iTunes: false, simpleChapters: false, podcast: true },
    // Apple: "namespace strings are case-sensitive".
    customNamespaces: {
      itunes: namespaces.itunes,
      ...(uses('psc:', items) ? { psc: namespaces.psc } : {}),
    },
    customElements: channel.elements.map(libraryElement),
  });
  for (const item of items) {
    feed.addItem({
      title: legalInXml(item.title),
      guid: legalInXml(item.guid),
      url: legalInXml(item.link),
      description: legalInXml(item.description),
      content: legalInXml(item.content),
      date: item.published,
      enclosure: item.enclosure,
      customElements: item.elements.map(libraryElement),
    });
  }
  return withBuildDate(feed.buildXml({ indent: '  ' }), channel.changed);
}

/** A namespace that nothing is in would be somebody else's name on the feed. */
function uses(prefix: string, items: FeedItem[]): boolean {
  return items.some(({ elements }) => elements.some(({ name }) => name.startsWith(prefix)));
}

/**
 * Puts the date of the newest change where the library puts the present moment, so that a feed that says
 * the same has the same bytes and a conditional request can answer 304. Sections of CDATA are stepped
 * over: a title may say `<lastBuildDate>`.
 */
function withBuildDate(xml: string, changed: Date | null): string {
  const element = changed ? `<lastBuildDate>${changed.toUTCString()}</lastBuildDate>` : '';
  return xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<lastBuildDate>[^<]*<\/lastBuildDate>/g, (match) =>
    match.startsWith('<!') ? match : element,
  );
}
