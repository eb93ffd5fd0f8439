import { decodeHTMLStrict } from 'entities';
import type { XmlElement } from '../markup/read-xml.ts';
import { addressIn, webAddressIn } from './address.ts';
import { all, attribute, first, oneLine, said } from './elements.ts';
import type { FeedShow } from './feed.ts';
import { readPeople } from './read-people.ts';
import { isYes, readExplicit, readLanguage, readLicense, readLocation } from './read-rights.ts';
import { textOfHtml } from './read-text.ts';

/**
 * What a feed says about its show.
 *
 * @param base the feed's own address
 */
export function readShow(channel: XmlElement, base: string): FeedShow {
  const description = said(channel, 'description', 'itunes:summary', 'itunes:subtitle');
  const image = first(channel, 'itunes:image');
  const type = said(channel, 'itunes:type')?.toLowerCase();
  return {
    title: oneLine(decoded(said(channel, 'title', 'itunes:title'))),
    description: cut(textOfHtml(description ?? ''), 4000),
    language: readLanguage(said(channel, 'language', 'dc:language')),
    author: oneLine(said(channel, 'itunes:author', 'dc:creator')),
    owner: ownerIn(channel),
    type: type === 'serial' || type === 'episodic' ? type : null,
    categories: categoriesIn(channel),
    explicit: readExplicit(said(channel, 'itunes:explicit')),
    copyright: oneLine(decoded(said(channel, 'copyright'))),
    link: webAddressIn(base, said(channel, 'link')),
    people: readPeople(channel, base),
    funding: fundingIn(channel, base),
    locked: isYes(said(channel, 'podcast:locked')),
    block: isYes(said(channel, 'itunes:block')),
    complete: isYes(said(channel, 'itunes:complete')),
    license: readLicense(channel, base),
    location: readLocation(channel),
    updateFrequency: frequencyIn(channel),
    txt: all(channel, 'podcast:txt').flatMap((txt) => {
      const text = oneLine(txt.text, 4000);
      return text === null ? [] : [{ text, purpose: oneLine(attribute(txt, 'purpose'), 128) }];
    }),
    podroll: all(first(channel, 'podcast:podroll'), 'podcast:remoteItem').flatMap((item) => {
      const guid = attribute(item, 'feedGuid')?.toLowerCase();
      if (guid === undefined || !uuid.test(guid)) return [];
      const feedUrl = webAddressIn(base, attribute(item, 'feedUrl'));
      return [{ guid, feedUrl, title: oneLine(attribute(item, 'title')) }];
    }),
    seasons: {},
    cover: addressIn(base, attribute(image, 'href') ?? said(first(channel, 'image'), 'url')),
    guid: guidIn(channel),
    self: webAddressIn(base, attribute(selfIn(channel), 'href')),
  };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function selfIn(channel: XmlElement): XmlElement | null {
  const links = all(channel, 'atom:link');
  return links.find((link) => attribute(link, 'rel')?.toLowerCase() === 'self') ?? null;
}

function guidIn(channel: XmlElement): string | null {
  const guid = said(channel, 'podcast:guid')?.toLowerCase() ?? '';
  return uuid.test(guid) ? guid : null;
}

/** An owner without an address is of no use to those who write to it. */
function ownerIn(channel: XmlElement): FeedShow['owner'] {
  const owner = first(channel, 'itunes:owner');
  const email = said(owner, 'itunes:email') ?? '';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return null;
  return { name: oneLine(said(owner, 'itunes:name')) ?? email, email };
}

function categoriesIn(channel: XmlElement): FeedShow['categories'] {
  const found = all(channel, 'itunes:category').flatMap((category): FeedShow['categories'] => {
    const name = oneLine(attribute(category, 'text'));
    if (name === null) return [];
    const subs = all(category, 'itunes:category')
      .map((sub) => oneLine(attribute(sub, 'text')))
      .filter((sub) => sub !== null);
    return subs.length === 0 ? [{ name, sub: null }] : subs.map((sub) => ({ name, sub }));
  });
  const byName = new Map(found.map((category) => [`${category.name}\n${category.sub}`, category]));
  return [...byName.values()].slice(0, 20);
}

function fundingIn(channel: XmlElement, base: string): FeedShow['funding'] {
  const funding = first(channel, 'podcast:funding');
  const url = webAddressIn(base, attribute(funding, 'url'));
  return url === null ? null : { url, text: oneLine(funding?.text ?? null, 128) ?? url };
}

function frequencyIn(channel: XmlElement): FeedShow['updateFrequency'] {
  const found = first(channel, 'podcast:updateFrequency');
  const text = oneLine(found?.text ?? null, 128);
  return text === null ? null : { text, rule: oneLine(attribute(found, 'rrule')) };
}

/** Titles are plain text, but many feeds escape them twice: `Q &amp;amp; A`. */
export function decoded(text: string | null): string | null {
  return text === null ? null : decodeHTMLStrict(text);
}

function cut(text: string, most: number): string | null {
  return text === '' ? null : text.slice(0, most).trim();
}
