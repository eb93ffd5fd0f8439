import { expect, test } from 'vitest';
import { renderRobots, renderSitemap } from '../../src/render/sitemap.ts';
import { anEpisode, aPerson, site } from './an-episode.ts';
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
  expect(entries(renderSitemap(site, [organs, bells]))).toEqual([
    ['/', organs.changed],
    ['/episodes/organs/', organs.changed],
    ['/episodes/bells/', bells.changed],
    ['/tags/craft/', organs.changed],
    ['/tags/sound/', organs.changed],
    ['/people/ada-okafor/', organs.changed],
    ['/people/j%C3%B3n-%C3%BE%C3%B3r/', bells.changed],
  ]);
});

test('a show without episodes has its front page', () => {
  expect(entries(renderSitemap(site, []))).toEqual([['/', undefined]]);
});

test('a site beyond what one file may hold has its sitemap in parts', () => {
  const part = (at: number | null) => renderSitemap(site, [organs, bells], at, 3);
  expect(entries(part(null), 'sitemap').map(([path]) => path)).toEqual([
    '/sitemap-1.xml',
    '/sitemap-2.xml',
    '/sitemap-3.xml',
  ]);
  expect([1, 2, 3].map((at) => entries(part(at)).length)).toEqual([3, 3, 1]);
  expect(part(4)).toBeNull();
});

test('robots are shown the way to it', () => {
  expect(renderRobots(site)).toContain('Sitemap: https://example.org/talks/sitemap.xml\n');
});
