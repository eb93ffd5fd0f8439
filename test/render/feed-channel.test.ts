import { describe, expect, it } from 'vitest';
import type { Show } from '../../src/episode/show.ts';
import { aPerson } from './an-episode.ts';
import { feedText, makeEpisode, makeShow, site } from './feed-sample.ts';
import { all, type Node, one, readXml } from './feed-xml.ts';

function channelOf(given: Partial<Show> = {}): Node {
  const xml = feedText({ site, show: makeShow(given), episodes: [makeEpisode()] });
  return one(readXml(xml), 'channel');
}

function names(node: Node): string[] {
  return node.children.map((child) => child.name);
}

describe('the channel', () => {
  it('nests a category inside its parent', () => {
    const [first, second] = all(channelOf(), 'itunes:category');
    expect(first?.attributes).toEqual({ text: 'Society & Culture' });
    expect(first?.children[0]).toMatchObject({
      name: 'itunes:category',
      attributes: { text: 'Documentary' },
    });
    expect(second).toMatchObject({ attributes: { text: 'Technology' }, children: [] });
  });

  it('shows the cover to Apple and to RSS readers', () => {
    const channel = channelOf();
    const url = 'https://example.org/talks/art/show-c0ffee00c0ff.jpg';
    expect(one(channel, 'itunes:image').attributes).toEqual({ href: url });
    const image = one(channel, 'image');
    expect(one(image, 'url').text).toBe(url);
    expect(one(image, 'title').text).toBe(one(channel, 'title').text);
    expect(one(image, 'link').text).toBe(one(channel, 'link').text);
  });

  it('of a show without a cover has no image', () => {
    expect(names(channelOf({ cover: null }))).not.toContain('image');
  });

  it('names the owner only where one is given', () => {
    const without = channelOf();
    expect(names(without)).not.toContain('itunes:owner');
    expect(one(without, 'podcast:locked')).toMatchObject({ attributes: {}, text: 'no' });

    const owner = { name: 'Vera Holt', email: 'vera@example.org' };
    const channel = channelOf({ owner, locked: true });
    expect(one(one(channel, 'itunes:owner'), 'itunes:email').text).toBe('vera@example.org');
    expect(one(channel, 'podcast:locked')).toMatchObject({
      attributes: { owner: 'vera@example.org' },
      text: 'yes',
    });
  });

  it('has no element that apps ask to avoid', () => {
    const found = names(channelOf({ owner: { name: 'V', email: 'v@example.org' } }));
    for (const name of ['itunes:summary', 'itunes:keywords', 'itunes:subtitle', 'author'])
      expect(found).not.toContain(name);
  });

  it('links to the show’s own page where it has one', () => {
    expect(one(channelOf({ link: 'https://vera.example' }), 'link').text).toBe(
      'https://vera.example/',
    );
  });

  it('takes no link that runs as a script', () => {
    const url = 'javascript:alert(1)';
    const people = [aPerson({ name: 'Eve', role: 'host', url })];
    const channel = channelOf({ link: url, funding: { url, text: 'Give' }, people });
    expect(one(channel, 'link').text).toBe('https://example.org/talks/');
    expect(names(channel)).not.toContain('podcast:funding');
    expect(one(channel, 'podcast:person')).toMatchObject({
      text: 'Eve',
      attributes: { role: 'host' },
    });
  });

  it('holds the description to 4000 bytes', () => {
    const { text } = one(channelOf({ description: 'größer & größer '.repeat(400) }), 'description');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(3900);
    expect(text).toMatch(/^größer & größer .*…$/);
  });

  it('says its title where there is no description', () => {
    expect(one(channelOf({ description: '' }), 'description').text).toBe('Plain Talk');
  });
});
