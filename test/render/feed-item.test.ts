import { describe, expect, it } from 'vitest';
import type { Episode } from '../../src/episode/episode.ts';
import { aPerson } from './an-episode.ts';
import { feedText, makeCover, makeEpisode, makeShow, makeTranscript, site } from './feed-sample.ts';
import { all, type Node, one, readXml } from './feed-xml.ts';

function itemOf(given: Partial<Episode> = {}, show = makeShow()): Node {
  const xml = feedText({ site, show, episodes: [makeEpisode(given)] });
  return one(one(readXml(xml), 'channel'), 'item');
}

function names(item: Node): string[] {
  return item.children.map((child) => child.name);
}

describe('an item', () => {
  it('has the episode’s GUID, which is no link', () => {
    expect(one(itemOf(), 'guid')).toMatchObject({
      text: '0b1c7f0e-3c55-4a55-9d2a-6c1f3f0d9a11',
      attributes: { isPermaLink: 'false' },
    });
  });

  it('has a date of RFC 2822', () => {
    expect(one(itemOf(), 'pubDate').text).toBe('Sun, 01 Mar 2026 07:00:00 GMT');
  });

  it('has one enclosure with the exact length', () => {
    const audio = { ...makeEpisode().audio, extension: 'm4a', type: 'audio/x-m4a' } as const;
    expect(one(itemOf({ audio }), 'enclosure').attributes).toEqual({
      url: 'https://example.org/talks/audio/the-bell-founder.m4a',
      length: '734003',
      type: 'audio/x-m4a',
    });
  });

  it('gives its duration in whole seconds', () => {
    const audio = { ...makeEpisode().audio, duration: 3725.6 };
    expect(one(itemOf({ audio }), 'itunes:duration').text).toBe('3726');
    expect(one(itemOf({ audio: { ...audio, duration: 0.2 } }), 'itunes:duration').text).toBe('0');
  });

  it('has no season, number, chapters or transcript it was not given', () => {
    const found = names(itemOf({ season: null, number: null, chapters: [], transcript: null }));
    expect(found.filter((name) => /season|episode$|chapters|transcript/.test(name))).toEqual([]);
  });

  it('shows its own cover only where directories accept it', () => {
    expect(one(itemOf({ cover: makeCover() }), 'itunes:image').attributes).toEqual({
      href: 'https://example.org/talks/art/the-bell-founder-ba5eba11ba5e.png',
    });
    const small = makeCover({ forDirectories: false });
    expect(names(itemOf({ cover: small }))).not.toContain('itunes:image');
  });

  it('offers every form of a timed transcript that the namespace knows', () => {
    const found = all(itemOf(), 'podcast:transcript').map(({ attributes }) => attributes);
    const base = 'https://example.org/talks/episodes/the-bell-founder/transcript';
    const version = '?v=feedbeeffeed';
    const language = 'en-GB';
    expect(found).toEqual([
      { url: `${base}.vtt${version}`, type: 'text/vtt', language, rel: 'captions' },
      { url: `${base}.srt${version}`, type: 'application/x-subrip', language, rel: 'captions' },
      { url: `${base}.json${version}`, type: 'application/json', language, rel: 'captions' },
      { url: `${base}.html${version}`, type: 'text/html', language },
      { url: `${base}.txt${version}`, type: 'text/plain', language },
    ]);
  });

  it('offers an untimed transcript as text only', () => {
    const transcript = makeTranscript({ timing: 'none' });
    const found = all(itemOf({ transcript }), 'podcast:transcript');
    expect(found.map(({ attributes }) => [attributes.type, attributes.rel])).toEqual([
      ['text/html', undefined],
      ['text/plain', undefined],
    ]);
  });

  it('gives a corrected transcript a new address', () => {
    const address = (hash: string) =>
      all(itemOf({ transcript: makeTranscript({ hash }) }), 'podcast:transcript')[0]?.attributes
        .url;
    expect(address('aaaaaaaaaaaaaaaa')).not.toBe(address('bbbbbbbbbbbbbbbb'));
  });

  it('points to its chapters', () => {
    expect(one(itemOf(), 'podcast:chapters').attributes).toEqual({
      url: 'https://example.org/talks/episodes/the-bell-founder/chapters.json',
      type: 'application/json+chapters',
    });
  });
});

describe('the people of an item', () => {
  const people = (item: Node) =>
    all(item, 'podcast:person').map(({ text, attributes }) => [text, attributes.role]);

  it('are the episode’s, with their roles', () => {
    expect(people(itemOf())).toEqual([['Jo Marsh', 'guest']]);
  });

  it('are left to the channel where the episode names nobody', () => {
    expect(people(itemOf({ people: [] }))).toEqual([]);
  });

  it('come with their part, group, link and picture', () => {
    const picture = {
      file: 'jo.png',
      type: 'image/png',
      bytes: 5_000_000,
      width: 900,
      height: 900,
      hash: 'cd'.repeat(32),
    } as const;
    const url = 'https://example.net/jo';
    const person = aPerson({ role: 'author', group: 'writing', url, picture });
    expect(one(itemOf({ people: [person] }), 'podcast:person').attributes).toEqual({
      role: 'author',
      group: 'writing',
      href: url,
      img: 'https://example.org/talks/art/person-cdcdcdcdcdcd.png',
    });
    const elsewhere = aPerson({ picture: { url: 'https://example.net/jo.jpg' } });
    expect(one(itemOf({ people: [elsewhere] }), 'podcast:person').attributes.img).toBe(
      'https://example.net/jo.jpg',
    );
  });
});

describe('the words of an item', () => {
  it('are the description, and the notes as HTML', () => {
    const item = itemOf();
    expect(one(item, 'description').text).toBe('How a bell gets its note.');
    expect(one(item, 'content:encoded').text).toContain(
      '<a href="https://example.org/foundry">foundry</a> &amp; its tower.',
    );
  });

  it('are the notes as text where nobody wrote a description', () => {
    expect(one(itemOf({ description: ' ' }), 'description').text).toBe(
      'With Jo Marsh.\nThe foundry & its tower.',
    );
  });

  it('are left out where there are neither', () => {
    const found = names(itemOf({ description: '', notes: '' }));
    expect(found).not.toContain('description');
    expect(found).not.toContain('content:encoded');
  });

  it('keep a tag in a description as the words somebody wrote', () => {
    const description = 'Why <script>alert(1)</script> & <b> still work.';
    expect(one(itemOf({ description }), 'description').text).toBe(
      'Why &lt;script>alert(1)&lt;/script> & &lt;b> still work.',
    );
  });

  it('hold the description to 4000 bytes', () => {
    const { text } = one(
      itemOf({ description: '', notes: 'été & hiver '.repeat(1000) }),
      'description',
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4000);
    expect(text).toMatch(/^été & hiver .*…$/);
  });
});
