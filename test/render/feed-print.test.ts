import { describe, expect, it } from 'vitest';
import { element } from '../../src/render/feed-element.ts';
import { type FeedChannel, type FeedItem, printFeed } from '../../src/render/feed-print.ts';
import { type Node, one, readXml } from './feed-xml.ts';

const bad = 'a\u0000\uD800\uFFFF]\u0001]>b';
const good = 'a]]>b';

const channel: FeedChannel = {
  title: bad,
  description: bad,
  link: bad,
  self: bad,
  language: bad,
  copyright: bad,
  published: null,
  changed: new Date('2026-01-01T00:00:00Z'),
  elements: [element('x:outer', [element('x:inner', bad, { given: bad, empty: '', none: null })])],
};

const item: FeedItem = {
  title: bad,
  guid: bad,
  link: bad,
  description: bad,
  content: bad,
  published: new Date('2026-01-01T00:00:00Z'),
  enclosure: { url: 'https://example.org/a.mp3', size: 0, type: 'audio/mpeg' },
  elements: [element('x:item', bad)],
};

function printed(): Node {
  return one(readXml(printFeed(channel, [item])), 'channel');
}

describe('printing', () => {
  it('drops what XML forbids from every text', () => {
    const found = printed();
    for (const name of ['title', 'description', 'link', 'language', 'copyright'])
      expect(one(found, name).text).toBe(good);
    expect(one(found, 'atom:link').attributes.href).toBe(good);
    for (const name of ['title', 'description', 'link', 'guid', 'content:encoded', 'x:item'])
      expect(one(one(found, 'item'), name).text).toBe(good);
  });

  it('keeps nested elements, and attributes that have a value', () => {
    const inner = one(one(printed(), 'x:outer'), 'x:inner');
    expect(inner).toMatchObject({ text: good });
    expect(inner.attributes).toEqual({ given: good });
  });

  it('says a length of 0 where there are no bytes', () => {
    expect(one(one(printed(), 'item'), 'enclosure').attributes.length).toBe('0');
  });
});
