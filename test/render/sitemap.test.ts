import { describe, expect, test } from 'vitest';
import { type Robots, robotsSettings } from '../../src/episode/show.ts';
import { renderRobots } from '../../src/render/robots.ts';
import { renderSitemap } from '../../src/render/sitemap.ts';
import { anEpisode, aPerson, aShow, site } from './an-episode.ts';
import { all, one, readXml } from './feed-xml.ts';

const bells = anEpisode({ changed: '2026-03-10T08:00:00Z' });
const organs = anEpisode({
  slug: 'organs',
  changed: '2026-05-01T08:00:00Z',
  tags: ['Craft', 'sound'],
  people: [aPerson({ name: 'Ada Okafor' })],
});

function entries(xml: string | null, name = 'url') {
  return all(readXml(xml ?? ''), name).map((entry) => [
    one(entry, 'loc').text.replace(site.url, ''),
    all(entry, 'lastmod')[0]?.text,
  ]);
}

test('a sitemap has every page once, with the moment it last changed', () => {
  expect(entries(renderSitemap(site, aShow(), [organs, bells]))).toEqual([
    ['/', organs.changed],
    ['/archive/', organs.changed],
    ['/episodes/organs/', organs.changed],
    ['/episodes/bells/', bells.changed],
    ['/years/2026/', organs.changed],
    ['/tags/craft/', organs.changed],
    ['/tags/sound/', organs.changed],
    ['/people/ada-okafor/', organs.changed],
    ['/people/j%C3%B3n-%C3%BE%C3%B3r/', bells.changed],
  ]);
});

test('a show without episodes has its front page', () => {
  expect(entries(renderSitemap(site, aShow(), []))).toEqual([['/', undefined]]);
});

test('a site beyond what one file may hold has its sitemap in parts', () => {
  const part = (at: number | null) => renderSitemap(site, aShow(), [organs, bells], at, 4);
  expect(entries(part(null), 'sitemap').map(([path]) => path)).toEqual([
    '/sitemap-1.xml',
    '/sitemap-2.xml',
    '/sitemap-3.xml',
  ]);
  expect([1, 2, 3].map((at) => entries(part(at)).length)).toEqual([4, 4, 1]);
  expect(part(4)).toBeNull();
});

describe('robots', () => {
  const robots = (setting: Robots) => renderRobots(site, { robots: setting });

  test('are shown the way to it, whatever else they are asked', () => {
    for (const setting of robotsSettings) {
      expect(robots(setting)).toContain('Sitemap: https://example.org/talks/sitemap.xml\n');
    }
  });

  test('may read everything unless somebody says otherwise', () => {
    expect(robots('all')).toMatch(/^User-agent: \*\nAllow: \/talks\/\n\nSitemap/);
  });

  test('that train models are asked to stay away, and no others', () => {
    expect(robots('no-training')).toMatch(/^User-agent: \*\nAllow: \/talks\/\n\n/);
    expect(robots('no-training')).toMatch(
      /\n\n(User-agent: [\w-]+\n){10,}Disallow: \/talks\/\n\nSitemap/,
    );
    expect(robots('no-training')).toContain('User-agent: GPTBot\n');
  });

  test('are all asked to leave the pages alone, but not the feed', () => {
    expect(robots('none')).toContain('User-agent: *\nDisallow: /talks/\nAllow: /talks/feed.xml\n');
  });
});
