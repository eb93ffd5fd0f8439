import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeFeed } from '../../src/import/decode-feed.ts';
import { joinPages } from '../../src/import/join-pages.ts';
import { readFeed } from '../../src/import/read-feed.ts';
import { notesToHtml } from '../../src/markup/notes.ts';

const base = 'https://old.example/feed.xml';
const spaces = `xmlns:itunes="http://www.itunes.com/DTDs/Podcast-1.0.dtd"
  xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:psc="http://podlove.org/simple-chapters"`;
const feed = (channel: string, declared = spaces) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${declared}><channel>${channel}</channel></rss>`;
const sound = '<enclosure url="/a.mp3" length="12" type="audio/mpeg"/>';
const item = (parts: string, guid = '<guid>one</guid>') => `<item>${guid}${sound}${parts}</item>`;
const read = (channel: string, declared?: string) => readFeed(feed(channel, declared), base);
const only = (parts: string, declared?: string) => {
  const episode = read(item(parts), declared).episodes[0];
  if (episode === undefined) throw new Error('There is no episode.');
  return episode;
};

describe('an item', () => {
  test('is read with what stands in it', () => {
    const episode = only(`<title>By the sea &amp;amp; the lake</title>
      <link>https://old.example/by-the-sea/</link><pubDate>Sat, 4 May 2019 20:00:00 GMT</pubDate>
      <itunes:duration>20:31</itunes:duration><itunes:season>2</itunes:season>
      <itunes:episode>7</itunes:episode><itunes:episodeType>Bonus</itunes:episodeType>
      <itunes:explicit>clean</itunes:explicit><itunes:image href="cover.png"/>
      <itunes:keywords>sea, lake</itunes:keywords>`);
    expect(episode).toMatchObject({
      guid: 'one',
      title: 'By the sea & the lake',
      date: '2019-05-04T20:00:00.000Z',
      duration: 1231,
      season: 2,
      number: 7,
      episodeType: 'bonus',
      explicit: false,
      cover: 'https://old.example/cover.png',
      tags: ['sea', 'lake'],
      recording: { url: 'https://old.example/a.mp3', type: 'audio/mpeg', bytes: 12 },
    });
  });

  test.each([
    ['the namespace', spaces],
    ['its former address', spaces.replace(/https:\/\/podcastindex[^"]+/, formerNamespace())],
    ['no declaration', ''],
  ])('has people, a transcript, chapters and a soundbite by %s', (_name, declared) => {
    const episode = only(
      `<podcast:person role="Host" href="https://ada.example" img="ada.jpg">Ada Finch</podcast:person>
       <podcast:transcript url="t.vtt" type="text/vtt" language="en_GB"/>
       <podcast:chapters url="c.json" type="application/json+chapters"/>
       <podcast:soundbite startTime="61.2" duration="14.7">The point</podcast:soundbite>`,
      declared,
    );
    expect(episode.people).toEqual([
      {
        name: 'Ada Finch',
        role: 'host',
        group: null,
        link: 'https://ada.example/',
        picture: 'https://old.example/ada.jpg',
      },
    ]);
    expect(episode.transcripts).toEqual([
      { url: 'https://old.example/t.vtt', type: 'text/vtt', language: 'en-GB' },
    ]);
    expect(episode.chaptersFile).toBe('https://old.example/c.json');
    expect(episode.soundbites).toEqual([{ start: 61.2, duration: 14.7, title: 'The point' }]);
  });

  test('has Podlove’s simple chapters', () => {
    const { chapters } = only(
      '<psc:chapters><psc:chapter start="00:01:02.5" title="Two"/><psc:chapter start="00:00:00" title="One"/></psc:chapters>',
    );
    expect(chapters.map(({ start, title }) => [start, title])).toEqual([
      [0, 'One'],
      [62.5, 'Two'],
    ]);
  });

  test('without a GUID goes by the address of its recording, and says so', () => {
    const { episodes, remarks } = joinPages([read(item('<title>Old</title>', ''))]);
    expect(episodes[0]).toMatchObject({ guid: 'https://old.example/a.mp3', guidIsAddress: true });
    expect(remarks[0]?.message).toContain('no GUID');
  });

  test('without a recording is named, not brought', () => {
    const { episodes, remarks } = read('<item><guid>x</guid><title>A letter</title></item>');
    expect(episodes).toEqual([]);
    expect(remarks).toMatchObject([{ episode: 'A letter', isLoss: true }]);
  });

  test('leads nowhere but to the web', () => {
    const { episodes } = read(
      '<item><guid>x</guid><enclosure url="file:///etc/passwd" type="audio/mpeg"/></item>',
    );
    expect(episodes).toEqual([]);
  });

  test('of a feed that is a file may lead to files beside it, and to no others', () => {
    const urls = ['sound/a.mp3', '../a.mp3', '/etc/passwd', 'a%2f..%2fb', 'file:///etc/passwd'];
    const items = urls.map((url, at) => `<item><guid>${at}</guid><enclosure url="${url}"/></item>`);
    const { episodes } = readFeed(feed(items.join('')), 'file:///home/ada/show/feed.xml');
    expect(episodes.map(({ recording }) => recording.url)).toEqual([
      'file:///home/ada/show/sound/a.mp3',
    ]);
  });
});

describe('notes', () => {
  test('in HTML are shown as they were', () => {
    const html = '<p>It *was* cold.</p>\n\n    <ul><li>one_two</li></ul>\n\n<p>&lt;b&gt;</p>';
    const { notes } = only(`<content:encoded><![CDATA[${html}]]></content:encoded>`);
    expect(notesToHtml(notes).replace(/\n/g, '')).toBe(
      '<p>It *was* cold.</p><ul><li>one_two</li></ul><p>&lt;b&gt;</p>',
    );
  });

  test('in plain text keep their paragraphs, and their addresses are links', () => {
    const { notes } = only(
      '<description>One &lt; two\n# three\n\nhttps://a.example/b.</description>',
    );
    expect(notesToHtml(notes)).toBe(
      '<p>One &lt; two<br />\n# three</p>\n<p><a href="https://a.example/b">https://a.example/b</a>.</p>',
    );
  });

  test('are not told twice: a description that says the same is left out', () => {
    const both = (text: string) =>
      only(`<description>${text}</description>
        <content:encoded><![CDATA[<p>It was <em>cold</em>.</p>]]></content:encoded>`);
    expect(both('It was cold.').description).toBeNull();
    expect(both('A walk.').description).toBe('A walk.');
  });
});

describe('a feed', () => {
  test('with undefined entities, and blanks before its declaration, is read', () => {
    const text = feed('<title>Caf&eacute;&nbsp;&unknown; &</title>');
    const decoded = decodeFeed(Buffer.from(`\r\n  ${text}`), null);
    expect(readFeed(decoded, base).show.title).toBe('Café &unknown; &');
  });

  test.each([
    ['windows-1252', 'windows-1252', null],
    ['iso-8859-1', 'windows-1252', 'text/xml'],
    ['UTF-8', 'windows-1252', 'text/xml; charset=windows-1252'],
    ['iso-8859-1', 'utf-8', null],
    ['utf-16', 'utf-16le', null],
    ['koi8-r', 'koi8-r', null],
  ])('that says it is %s and is %s', (said, is, contentType) => {
    const title = is === 'koi8-r' ? 'Привет, море' : 'Café “by the sea” – größer';
    const text = feed(`<title>${title}</title>`).replace('UTF-8', said);
    const decoded = decodeFeed(iconv.encode(text, is), contentType);
    expect(readFeed(decoded, base).show.title).toBe(title);
  });

  test('has its show in it', () => {
    const { show } =
      read(`<title>Talks</title><description>&lt;p&gt;Two &amp;amp; two.&lt;/p&gt;</description>
      <language>EN_us</language><itunes:author>Ada</itunes:author><itunes:type>Serial</itunes:type>
      <itunes:owner><itunes:name>Ada</itunes:name><itunes:email>ada@example.org</itunes:email></itunes:owner>
      <itunes:category text="Society &amp; Culture"><itunes:category text="Philosophy"/></itunes:category>
      <itunes:explicit>yes</itunes:explicit><itunes:image href="https://old.example/art.jpg"/>
      <podcast:guid>9B024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid><podcast:locked>yes</podcast:locked>
      <podcast:funding url="https://old.example/give">Give</podcast:funding>`);
    expect(show).toMatchObject({
      title: 'Talks',
      description: 'Two & two.',
      language: 'en-US',
      author: 'Ada',
      type: 'serial',
      owner: { name: 'Ada', email: 'ada@example.org' },
      categories: [{ name: 'Society & Culture', sub: 'Philosophy' }],
      explicit: true,
      cover: 'https://old.example/art.jpg',
      guid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
      locked: true,
      funding: { url: 'https://old.example/give', text: 'Give' },
    });
  });

  test('in several pages is one: the same episode counts once, another with its GUID is named', () => {
    const first = read(`<atom:link rel="next" href="?page=2"/>${item('<title>A</title>')}`);
    const again = item('<title>A</title>');
    const other = item('<title>B</title>').replace('/a.mp3', '/b.mp3');
    const { episodes, remarks } = joinPages([first, read(again + other)]);
    expect(first.next).toBe('https://old.example/feed.xml?page=2');
    expect(episodes.map(({ title }) => title)).toEqual(['A']);
    expect(remarks).toMatchObject([{ episode: 'B', isLoss: true }]);
  });

  test.each([
    [
      'a tag that nobody closed',
      '<rss><channel><title>Talks</title><itunes:category text="Arts">',
      '</channel></rss>',
    ],
    ['no channel', '<rss><title>Talks</title>', '</rss>'],
  ])('keeps its episodes behind %s', (_what, before, after) => {
    const { show, episodes } = readFeed(before + item('<title>A</title>') + after, base);
    expect([show.title, episodes.map(({ title }) => title)]).toEqual(['Talks', ['A']]);
  });

  test('keeps an episode whose forerunner was not closed', () => {
    const open = item('<title>A</title>').replace('</item>', '');
    const { episodes } = read(open + item('<title>B</title>', '<guid>two</guid>'));
    expect(episodes.map(({ title, guid }) => [title, guid])).toEqual([
      ['A', 'one'],
      ['B', 'two'],
    ]);
  });

  test('is read by its prefixes where their addresses are wrong', () => {
    const wrong = 'xmlns:itunes="http://www.itunes.com/dtd/podcast.dtd"';
    expect(only('<itunes:duration>62</itunes:duration>', wrong).duration).toBe(62);
  });

  test('has its addresses as they are, ampersands unescaped too', () => {
    const url = 'https://old.example/a.mp3?id=1&copy=2&reg=3';
    const text = item('').replace('/a.mp3', url);
    expect(read(text).episodes[0]?.recording.url).toBe(url);
  });

  test.each([
    ['<html><body>Not found</body></html>', 'web page'],
    ['{"version": 1}', 'no XML'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'Atom'],
  ])('is none: %s', (text, message) => {
    expect(() => readFeed(text, base)).toThrow(message);
  });
});

function formerNamespace(): string {
  return 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md';
}
