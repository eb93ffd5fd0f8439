import fc from 'fast-check';
import { parseFeed } from 'podcast-partytime';
import { describe, expect, it } from 'vitest';
import { feedText, makeEpisode, makeShow, site } from './feed-sample.ts';
import { type Node, one, readXml } from './feed-xml.ts';

const everyForbidden = `${String.fromCharCode(...Array(32).keys())}\uFFFE\uFFFF`;

/** A feed in which one text stands wherever a person can write one. */
function feedSaying(text: string, category = text): string {
  const person = {
    ...{ name: text, role: text, group: text, url: text, bio: text },
    picture: { url: text },
  };
  const show = makeShow({
    title: text,
    description: text,
    author: text,
    owner: { name: text, email: text },
    categories: [{ name: category, sub: category }],
    copyright: text,
    people: [person],
    funding: { url: `https://example.org/?${text}`, text },
    link: `https://example.org/?${text}`,
  });
  const episode = makeEpisode({ title: text, description: text, notes: text, people: [person] });
  return feedText({ site, show, episodes: [episode] });
}

function titleOf(xml: string): string {
  return one(itemOf(xml), 'title').text;
}

function itemOf(xml: string): Node {
  return one(one(readXml(xml), 'channel'), 'item');
}

describe('hostile texts', () => {
  it.each([
    ['control characters', `a${everyForbidden}b`, 'a b'],
    ['half of a surrogate pair', 'a\uD83Db\uDE00c', 'abc'],
    ['a pair torn apart by a control character', 'a\uD83D\u0000\uDE00b', 'ab'],
    ['the end of a CDATA section', 'a]]>b', 'a]]>b'],
    ['one that appears when a character is dropped', 'a]\u0000]\u0001>b', 'a]]>b'],
    ['brackets at the end', 'a]]', 'a]]'],
    ['a blank that only a control character hid', '\u0000 a \u0000', 'a'],
    ['markup', '</title><script>alert("1")</script>', '</title><script>alert("1")</script>'],
    ['a comment and a processing instruction', '<!-- a --><?b?>', '<!-- a --><?b?>'],
    ['entities', 'a &amp; &b; &#0; c', 'a &amp; &b; &#0; c'],
    ['several lines', ' a\r\n\tb\n', 'a b'],
    ['characters outside the first plane', 'a 😀 𝕏', 'a 😀 𝕏'],
    ['nothing but forbidden characters', '\u0000\u0001', 'the-bell-founder'],
  ])('with %s leave a feed that can be read', (_, text, title) => {
    const xml = feedSaying(text, 'Arts');
    expect(titleOf(xml)).toBe(title);
    expect(parseFeed(xml)?.items).toHaveLength(1);
  });

  it('of 10,000 characters become titles of 255, without half a character', () => {
    const title = titleOf(feedSaying('😀'.repeat(10_000)));
    expect(Array.from(title)).toHaveLength(255);
    expect(title).toMatch(/^(?:😀)+…$/u);
  });

  it('never run from a description or from notes', () => {
    const item = itemOf(feedSaying('<img src=x onerror=alert(1)><script>alert(2)</script>'));
    expect(one(item, 'description').text).not.toMatch(/<[a-z]/);
    expect(item.children.find(({ name }) => name === 'content:encoded')?.text ?? '').not.toMatch(
      /<script|<img/,
    );
  });

  it('leave no forbidden character in notes, not even one written as an entity', () => {
    const xml = feedText({
      site,
      show: makeShow(),
      episodes: [makeEpisode({ notes: 'a\u0000b &#8;c' })],
    });
    expect(one(itemOf(xml), 'content:encoded').text).toBe('<p>ab c</p>');
  });

  it('of any kind leave a well-formed feed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const fragment = fc.constantFrom(
      ']]>',
      '<![CDATA[',
      '&',
      '<',
      '\u0000',
      '\uD800',
      '"',
      '`',
      '[',
    );
    const mixed = fc.array(fc.oneof(text, fragment), { maxLength: 8 });
    fc.assert(
      fc.property(mixed, (parts) => {
        expect(readXml(feedSaying(parts.join(''))).name).toBe('rss');
      }),
      { seed: 20_26, numRuns: 300 },
    );
  });
});
