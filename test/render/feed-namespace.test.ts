import { describe, expect, test } from 'vitest';
import type { Episode } from '../../src/episode/episode.ts';
import type { Show } from '../../src/episode/show.ts';
import { feedText, makeEpisode, makeShow, site } from './feed-sample.ts';
import { all, type Node, one, readXml } from './feed-xml.ts';

function feedOf(show: Partial<Show> = {}, ...episodes: Partial<Episode>[]): Node {
  const made = (episodes.length > 0 ? episodes : [{}]).map(makeEpisode);
  return one(readXml(feedText({ site, show: makeShow(show), episodes: made })), 'channel');
}
const itemOf = (given: Partial<Episode>, show: Partial<Show> = {}) =>
  one(feedOf(show, given), 'item');

describe('the show says', () => {
  test('that it is serial, complete, blocked and moved only where it is', () => {
    const plain = feedOf().children.map(({ name }) => name);
    for (const name of ['itunes:block', 'itunes:complete', 'itunes:new-feed-url']) {
      expect(plain).not.toContain(name);
    }
    const newFeedUrl = 'https://elsewhere.example/feed';
    const moved = feedOf({ type: 'serial', block: true, complete: true, newFeedUrl });
    expect(one(moved, 'itunes:type').text).toBe('serial');
    expect(one(moved, 'itunes:block').text).toBe('Yes');
    expect(one(moved, 'itunes:complete').text).toBe('Yes');
    expect(one(moved, 'itunes:new-feed-url').text).toBe(newFeedUrl);
  });

  test('its licence by the SPDX name, or by a name and its address', () => {
    const named = feedOf({ license: { name: 'CC-BY-4.0', url: null } });
    expect(one(named, 'podcast:license')).toMatchObject({ text: 'cc-by-4.0', attributes: {} });
    const own = feedOf({ license: { name: 'House Rules', url: 'https://example.org/rules' } });
    expect(one(own, 'podcast:license')).toMatchObject({
      text: 'House Rules',
      attributes: { url: 'https://example.org/rules' },
    });
  });

  test('where it is, how often it comes, and what it recommends', () => {
    const channel = feedOf({
      location: { name: 'Berlin', geo: 'geo:52.52,13.40', osm: 'R62422' },
      updateFrequency: { text: 'Every other week', rule: 'FREQ=WEEKLY;INTERVAL=2' },
      podroll: [{ guid: '9b024349-ccf0-5f69-a609-6b82873eab3c', feedUrl: null, title: 'News' }],
      txt: [{ text: 'naj3eEZaWVVY9a38uhX8FekACyhtqP4JN', purpose: 'applepodcastsverify' }],
    });
    expect(one(channel, 'podcast:location')).toMatchObject({
      text: 'Berlin',
      attributes: { geo: 'geo:52.52,13.40', osm: 'R62422' },
    });
    expect(one(channel, 'podcast:updateFrequency')).toMatchObject({
      text: 'Every other week',
      attributes: { rrule: 'FREQ=WEEKLY;INTERVAL=2' },
    });
    expect(one(one(channel, 'podcast:podroll'), 'podcast:remoteItem').attributes).toEqual({
      feedGuid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
      title: 'News',
    });
    expect(one(channel, 'podcast:txt').attributes).toEqual({ purpose: 'applepodcastsverify' });
  });

  test('which of its episodes is the trailer', () => {
    const channel = feedOf({}, { episodeType: 'trailer', season: 2, title: 'Soon' });
    expect(one(channel, 'podcast:trailer')).toMatchObject({
      text: 'Soon',
      attributes: {
        url: 'https://example.org/talks/audio/the-bell-founder.mp3',
        pubdate: 'Sun, 01 Mar 2026 07:00:00 GMT',
        length: '734003',
        type: 'audio/mpeg',
        season: '2',
      },
    });
    expect(one(one(channel, 'item'), 'itunes:episodeType').text).toBe('trailer');
  });
});

describe('an episode says', () => {
  test('its season by number and name, and its own number', () => {
    const item = itemOf({ season: 2, number: 5 }, { seasons: { 2: 'Metal' } });
    expect(one(item, 'podcast:season')).toMatchObject({ text: '2', attributes: { name: 'Metal' } });
    expect(one(item, 'podcast:episode').text).toBe('5');
  });

  test('its soundbites in seconds, with their titles', () => {
    const item = itemOf({
      soundbites: [
        { start: 12.25, duration: 20, title: 'The note' },
        { start: 40, duration: 15.125, title: '' },
      ],
    });
    expect(all(item, 'podcast:soundbite')).toMatchObject([
      { text: 'The note', attributes: { startTime: '12.25', duration: '20' } },
      { text: '', attributes: { startTime: '40', duration: '15.125' } },
    ]);
  });

  test('its chapters inline as well, and the namespace is named only where one does', () => {
    const chapters = one(itemOf({}), 'psc:chapters');
    expect(chapters.attributes).toEqual({ version: '1.2' });
    expect(chapters.children.map(({ attributes }) => attributes)).toEqual([
      { start: '00:00:00.000', title: 'The mould' },
      { start: '00:00:30.500', title: 'The note' },
    ]);
    const xml = feedText({
      site,
      show: makeShow(),
      episodes: [makeEpisode({ chapters: [] })],
    });
    expect(xml).not.toContain('psc');
  });

  test('three chapters and more in its description, from the beginning on', () => {
    const chapters = [
      { start: 5, title: 'Loam & clay' },
      { start: 61.9, title: 'Fire' },
      { start: 3725, title: 'Patience' },
    ];
    const { text } = one(itemOf({ chapters, description: 'How bells are cast.' }), 'description');
    expect(text).toBe(
      [
        'How bells are cast.<p>00:00:00 Beginning<br>',
        '00:00:05 Loam &amp; clay<br>',
        '00:01:01 Fire<br>',
        '01:02:05 Patience</p>',
      ].join('\n'),
    );
    expect(one(itemOf({}), 'description').text).not.toContain('00:00');
  });

  test('no more than directories take, however long text and chapters are', () => {
    const chapters = Array.from({ length: 60 }, (_, at) => ({ start: at, title: `Part ${at}` }));
    const long = one(itemOf({ chapters, description: 'word '.repeat(2000) }), 'description').text;
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(4000);
    expect(long).toMatch(/^word .*word…<p>00:00:00 Part 0<br>/s);
    const many = Array.from({ length: 900 }, (_, at) => ({ start: at, title: `Part ${at}` }));
    expect(one(itemOf({ chapters: many, description: 'Short.' }), 'description').text).toBe(
      'Short.',
    );
  });
});
