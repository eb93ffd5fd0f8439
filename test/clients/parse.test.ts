import { execFileSync } from 'node:child_process';
import { parseFeed } from 'podcast-partytime';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { aPerson } from '../render/an-episode.ts';
import { feedText, makeCover, makeEpisode, makeShow, site } from '../render/feed-sample.ts';

/** A feed with everything a show and an episode can say. */
const show = makeShow({
  license: { name: 'cc-by-4.0', url: null },
  location: { name: 'Berlin', geo: 'geo:52.52,13.40', osm: 'R62422' },
  updateFrequency: { text: 'Weekly', rule: 'FREQ=WEEKLY' },
  funding: { url: 'https://example.org/support', text: 'Support us' },
  podroll: [{ guid: '9b024349-ccf0-5f69-a609-6b82873eab3c', feedUrl: null, title: 'News' }],
  txt: [{ text: 'proof', purpose: 'applepodcastsverify' }],
  seasons: { 2: 'Metal' },
  type: 'serial',
  locked: true,
  owner: { name: 'Vera Holt', email: 'vera@example.org' },
});
const episodes = [
  makeEpisode({
    people: [aPerson({ name: 'Vera Holt', role: 'host', url: 'https://example.net/vera' })],
    soundbites: [{ start: 12.25, duration: 20, title: 'The note' }],
    chapters: ['One', 'Two', 'Three'].map((title, at) => ({ start: at * 10, title })),
    license: { name: 'Own', url: 'https://example.org/own' },
    location: { name: 'Mainz', geo: null, osm: null },
    season: 2,
    number: 5,
    cover: makeCover(),
  }),
  makeEpisode({
    slug: 'soon',
    guid: 'soon',
    title: 'Soon',
    date: '2026-01-01T00:00:00Z',
    episodeType: 'trailer',
  }),
];
const xml = feedText({ site, show, episodes });

describe('an independent parser reads every tag we print', () => {
  test('podcast-partytime', () => {
    const feed = parseFeed(xml);
    expect(feed).toMatchObject({
      guid: show.guid,
      locked: true,
      medium: 'podcast',
      license: { identifier: 'cc-by-4.0' },
      podcastLocation: { name: 'Berlin', geo: 'geo:52.52,13.40', osm: 'R62422' },
      podroll: [{ feedGuid: '9b024349-ccf0-5f69-a609-6b82873eab3c', title: 'News' }],
      podcastFunding: [{ url: 'https://example.org/support', message: 'Support us' }],
      podcastTxt: [{ value: 'proof', purpose: 'applepodcastsverify' }],
      trailers: [{ url: 'https://example.org/talks/audio/soon.mp3' }],
      itunesType: 'serial',
    });
    const item = feed?.items.find(({ guid }) => guid === episodes[0]?.guid);
    expect(item).toMatchObject({
      podcastPeople: [{ name: 'Vera Holt', role: 'Host', href: 'https://example.net/vera' }],
      podcastSoundbites: [{ startTime: 12.25, duration: 20, title: 'The note' }],
      podcastChapters: {
        url: 'https://example.org/talks/episodes/the-bell-founder/chapters.json',
        type: 'application/json+chapters',
      },
      podcastSeason: { number: 2, name: 'Metal' },
      podcastEpisode: { number: 5 },
      podcastLocation: { name: 'Mainz' },
      license: { identifier: 'Own', url: 'https://example.org/own' },
      itunesEpisodeType: 'full',
    });
    expect(item?.podcastTranscripts).toHaveLength(5);
  });

  test('rss-parser', async () => {
    const custom = ['podcast:soundbite', 'podcast:person', 'psc:chapters'];
    const parser = new Parser({ customFields: { item: custom } });
    const feed = await parser.parseString(xml);
    expect(feed).toMatchObject({ title: show.title, itunes: { author: show.author } });
    const [item] = feed.items as unknown as Record<string, unknown>[];
    expect(item).toMatchObject({
      guid: episodes[0]?.guid,
      enclosure: { url: 'https://example.org/talks/audio/the-bell-founder.mp3', length: '734003' },
      itunes: { duration: '61', season: '2', episode: '5' },
      'podcast:soundbite': 'The note',
    });
  });

  const python = (script: string) =>
    JSON.parse(execFileSync('/usr/bin/python3', ['-c', script], { input: xml, encoding: 'utf8' }));
  const has = (module: string) => {
    try {
      execFileSync('/usr/bin/python3', ['-c', `import ${module}`], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };

  test.skipIf(!has('feedparser'))('feedparser', () => {
    const feed = python(
      [
        'import sys, json, feedparser',
        'f = feedparser.parse(sys.stdin.buffer.read())',
        'e = f.entries[0]',
        'print(json.dumps([f.bozo, f.feed.title, f.feed.language, e.id, e.enclosures[0].length,',
        '  e.psc_chapters.version, [c["title"] for c in e.psc_chapters.chapters]]))',
      ].join('\n'),
    );
    const chapters = ['One', 'Two', 'Three'];
    expect(feed).toEqual([false, show.title, 'en', episodes[0]?.guid, '734003', '1.2', chapters]);
  });

  test.skipIf(!has('podcastparser'))('gPodder’s podcastparser', () => {
    const feed = python(
      [
        'import sys, io, json, podcastparser',
        'f = podcastparser.parse("https://example.org/feed", io.BytesIO(sys.stdin.buffer.read()))',
        'e = f["episodes"][-1]',
        'print(json.dumps([f["title"], e["guid"], e["total_time"], e["enclosures"][0]["file_size"],',
        '  [[c["start"], c["title"]] for c in e["chapters"]]]))',
      ].join('\n'),
    );
    const chapters = ['One', 'Two', 'Three'].map((title, at) => [at * 10, title]);
    expect(feed).toEqual([show.title, episodes[0]?.guid, 61, 734_003, chapters]);
  });
});
