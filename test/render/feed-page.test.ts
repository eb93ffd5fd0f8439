import { describe, expect, test } from 'vitest';
import { renderFeed } from '../../src/render/feed.ts';
import { renderJsonFeed } from '../../src/render/json-feed.ts';
import { feedText, makeEpisode, makeShow, site } from './feed-sample.ts';
import { all, type Node, one, readXml } from './feed-xml.ts';

const episodes = Array.from({ length: 7 }, (_, at) =>
  makeEpisode({ slug: `talk-${at}`, guid: `guid-${at}`, date: `2026-01-0${at + 1}T00:00:00Z` }),
);
const show = makeShow({ feedEpisodes: 3, hubs: ['https://hub.example/'] });
const channel = (page?: number) =>
  one(readXml(feedText({ site, show, episodes, ...(page && { page }) })), 'channel');
const links = (of: Node) =>
  Object.fromEntries(
    all(of, 'atom:link').map(({ attributes }) => [attributes.rel, attributes.href]),
  );
const guids = (of: Node) => all(of, 'item').map((item) => one(item, 'guid').text);
const feed = 'https://example.org/talks/feed.xml';

describe('a long feed', () => {
  test('has the newest on its first page, and links the others', () => {
    expect(guids(channel())).toEqual(['guid-6', 'guid-5', 'guid-4']);
    expect(links(channel())).toEqual({
      self: feed,
      hub: 'https://hub.example/',
      first: feed,
      last: `${feed}?page=3`,
      next: `${feed}?page=2`,
    });
  });

  test('has every episode once on its pages', () => {
    const pages = [1, 2, 3].map((page) => channel(page));
    expect(pages.flatMap(guids)).toEqual(episodes.map(({ guid }) => guid).reverse());
    expect(links(pages[1] as Node)).toMatchObject({
      self: `${feed}?page=2`,
      previous: feed,
      next: `${feed}?page=3`,
    });
    expect(links(pages[2] as Node).next).toBeUndefined();
  });

  test('has no page before the first, after the last, or in between', () => {
    for (const page of [0, -1, 4, 1.5, Number.NaN]) {
      expect(renderFeed({ site, show, episodes, page })).toBeNull();
    }
    expect(renderFeed({ site, show, episodes: [], page: 1 })).not.toBeNull();
  });

  test('that fits a page links no other', () => {
    const short = one(readXml(feedText({ site, show: makeShow(), episodes })), 'channel');
    expect(links(short)).toEqual({ self: feed });
  });
});

test('the feed of a tag is its own, and does not pass for the show', () => {
  const archive = { heading: 'craft', path: '/tags/craft/' };
  const found = one(readXml(feedText({ site, show, episodes, archive })), 'channel');
  expect(one(found, 'title').text).toBe(`craft · ${show.title}`);
  expect(one(found, 'link').text).toBe('https://example.org/talks/tags/craft/');
  expect(links(found)).toEqual({ self: 'https://example.org/talks/tags/craft/feed.xml' });
  expect(all(found, 'podcast:guid')).toEqual([]);
});

test('as JSON Feed it says the same, page by page', () => {
  const first = JSON.parse(renderJsonFeed(site, show, episodes, 1) ?? '');
  expect(first).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://example.org/talks/feed.json',
    next_url: 'https://example.org/talks/feed.json?page=2',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
  });
  expect(first.items).toHaveLength(3);
  expect(first.items[0]).toMatchObject({
    id: 'guid-6',
    url: 'https://example.org/talks/episodes/talk-6/',
    date_published: '2026-01-07T00:00:00.000Z',
    attachments: [
      {
        url: 'https://example.org/talks/audio/talk-6.mp3',
        mime_type: 'audio/mpeg',
        size_in_bytes: 734_003,
        duration_in_seconds: 61,
      },
    ],
  });
  expect(renderJsonFeed(site, show, episodes, 4)).toBeNull();
  expect(JSON.parse(renderJsonFeed(site, show, episodes, 3) ?? '').next_url).toBeUndefined();
});
