import { parseFeed } from 'podcast-partytime';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { feedText, makeEpisode, makeShow, site } from './feed-sample.ts';
import { all, one, readXml } from './feed-xml.ts';

const show = makeShow();

describe('the feed', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is understood by a parser made for podcasts', () => {
    const feed = parseFeed(feedText({ site, show, episodes: [makeEpisode()] }));
    expect(feed).toMatchObject({
      title: 'Plain Talk',
      link: 'https://example.org/talks/',
      description: 'Conversations about how things are made.',
      language: 'en',
      explicit: false,
      author: 'Vera Holt',
      generator: 'Alongside',
      guid: show.guid,
      medium: 'podcast',
      pubsub: { self: 'https://example.org/talks/feed.xml' },
      itunesType: 'episodic',
      podcastFunding: [{ message: 'Support the show', url: 'https://example.org/give' }],
      podcastPeople: [{ name: 'Vera Holt', href: 'https://example.org/vera' }],
    });
    expect(feed?.items).toMatchObject([
      {
        title: 'The bell founder',
        link: 'https://example.org/talks/episodes/the-bell-founder/',
        duration: 61,
        enclosure: {
          url: 'https://example.org/talks/audio/the-bell-founder.mp3',
          length: 734_003,
          type: 'audio/mpeg',
        },
        itunesSeason: 2,
        itunesEpisode: 5,
        itunesEpisodeType: 'full',
        pubDate: new Date('2026-03-01T07:00:00Z'),
        podcastChapters: { type: 'application/json+chapters' },
      },
    ]);
    expect(feed?.items[0]?.podcastTranscripts).toHaveLength(5);
    expect(feed?.pc20support).toMatchObject({ 1: expect.arrayContaining(['transcript']) });
  });

  it('lists the newest episode first, in whatever order they come', () => {
    const episodes = [
      makeEpisode({ slug: 'b', date: '2026-01-02T00:00:00Z' }),
      makeEpisode({ slug: 'c', date: '2026-01-03T00:00:00Z' }),
      makeEpisode({ slug: 'a', date: '2026-01-02T00:00:00Z' }),
    ];
    const channel = one(readXml(feedText({ site, show, episodes })), 'channel');
    const slugs = all(channel, 'item').map((item) => one(item, 'link').text.split('/').at(-2));
    expect(slugs).toEqual(['c', 'a', 'b']);
  });

  it('has the same bytes whenever it is rendered', () => {
    vi.useFakeTimers({ now: new Date('2026-04-01T00:00:00Z') });
    const first = feedText({ site, show, episodes: [makeEpisode()] });
    vi.setSystemTime(new Date('2027-05-02T01:02:03Z'));
    expect(feedText({ site, show, episodes: [makeEpisode()] })).toBe(first);
  });

  it('is dated by the newest change, even where a title looks like that date', () => {
    const title = '<lastBuildDate>never</lastBuildDate>';
    const episodes = [
      makeEpisode({ title, changed: '2026-03-05T00:00:00Z' }),
      makeEpisode({ slug: 'older', changed: '2026-03-04T00:00:00Z' }),
    ];
    const xml = feedText({ site, show: makeShow({ title }), episodes });
    const channel = one(readXml(xml), 'channel');
    expect(one(channel, 'lastBuildDate').text).toBe('Thu, 05 Mar 2026 00:00:00 GMT');
    expect(one(channel, 'pubDate').text).toBe('Sun, 01 Mar 2026 07:00:00 GMT');
    expect(one(channel, 'title').text).toBe(title);
  });

  it('counts the coming out of a dated episode as a change', () => {
    const episode = makeEpisode({ changed: '2026-01-01T00:00:00Z', date: '2026-06-01T00:00:00Z' });
    const channel = one(readXml(feedText({ site, show, episodes: [episode] })), 'channel');
    expect(one(channel, 'lastBuildDate').text).toBe('Mon, 01 Jun 2026 00:00:00 GMT');
  });

  it('of a show without episodes is whole and without dates', () => {
    const channel = one(readXml(feedText({ site, show, episodes: [] })), 'channel');
    const names = channel.children.map((child) => child.name);
    expect(names).toContain('title');
    expect(names).not.toContain('item');
    expect(names).not.toContain('pubDate');
    expect(names).not.toContain('lastBuildDate');
  });

  it('leaves its input as it was', () => {
    const input = deepFrozen({ site, show: makeShow(), episodes: [makeEpisode(), makeEpisode()] });
    const first = feedText(input);
    expect(feedText(input)).toBe(first);
    expect(input).toEqual({ site, show: makeShow(), episodes: [makeEpisode(), makeEpisode()] });
  });

  it('names each namespace it uses and no other vendor’s', () => {
    const rss = readXml(feedText({ site, show, episodes: [makeEpisode()] }));
    expect(rss.attributes).toEqual({
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
      'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
      'xmlns:psc': 'http://podlove.org/simple-chapters',
    });
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}
