import { describe, expect, test } from 'vitest';
import { renderFrontPage } from '../../src/render/front-page.tsx';
import { beginningOf } from '../../src/render/page-of-episodes.ts';
import { anEpisode, aShow, site } from './an-episode.ts';

describe('the table of contents', () => {
  test('an entry says when, what, who, in a sentence, how long, and whether there are words', () => {
    const html = renderFrontPage({ site, show: aShow(), episodes: [anEpisode()] });
    expect(html).toContain('<time datetime="2026-03-09T23:30:00Z">9 March 2026</time>');
    expect(html).toContain('<a href="/talks/episodes/bells/">How bells are cast</a>');
    expect(html).toContain('<bdi>Ada Okafor</bdi>, <bdi>Jón Þór</bdi>');
    expect(html).toContain('A founder on loam, fire and patience.');
    expect(html).toContain('>7 min</time><span>with transcript</span>');
  });

  test('an episode without a transcript says so', () => {
    const episodes = [anEpisode({ transcript: null })];
    expect(renderFrontPage({ site, show: aShow(), episodes })).toContain('no transcript yet');
  });

  test('where nobody is named the transcript’s speakers stand in, but not bare initials', () => {
    const speakers = ['R', 'Flo Adeyemi'].map((label) => ({ label, name: label }));
    const transcript = { ...anEpisode().transcript!, speakers };
    const episodes = [anEpisode({ people: [], transcript })];
    const html = renderFrontPage({ site, show: aShow(), episodes });
    expect(html).toContain('<p class="speakers"><bdi>Flo Adeyemi</bdi></p>');
  });

  test('an entry in another language is marked as such, and turned as a whole', () => {
    const episodes = [anEpisode({ language: 'he', title: 'שלום' })];
    const html = renderFrontPage({ site, show: aShow(), episodes });
    expect(html).toContain('<article class="entry" dir="rtl">');
    expect(html).toContain('<div lang="he" dir="rtl">');
  });
});

test('the feed’s address stands there to be copied', () => {
  const html = renderFrontPage({ site, show: aShow(), episodes: [] });
  expect(html).toContain('<code class="address">https://example.org/talks/feed.xml</code>');
});

test('a new show says how to add the first episode', () => {
  const html = renderFrontPage({ site, show: aShow(), episodes: [] });
  expect(html).toContain('<code>npm run upload -- RECORDING --transcript FILE</code>');
});

describe('many episodes', () => {
  const episodes = Array.from({ length: 205 }, (_, at) => anEpisode({ slug: `e${at}` }));
  const slugsOn = (page: number) =>
    [
      ...renderFrontPage({
        ...{ site, show: aShow(), episodes },
        from: beginningOf(episodes, { page: String(page) }),
      }).matchAll(/episodes\/(e\d+)\//g),
    ].map(([, slug]) => slug);

  test('are listed a hundred to a page, each once', () => {
    expect([1, 2, 3].map((page) => slugsOn(page).length)).toEqual([100, 100, 5]);
    expect(new Set([1, 2, 3].flatMap(slugsOn)).size).toBe(205);
  });

  test('pages lead to each other', () => {
    const html = renderFrontPage({ site, show: aShow(), episodes, from: 100 });
    expect(html).toContain('<a rel="prev" href="/talks/">');
    const place = '2026-03-09T23:30:00Z-e199';
    expect(html).toContain(`rel="next" href="/talks/?before=${place}">`);
    expect(html).toContain(`<link rel="next" href="https://example.org/talks/?before=${place}"/>`);
  });

  test('a page after the last is the last', () => {
    expect(slugsOn(9)).toEqual(slugsOn(3));
  });
});

test('a cover too heavy for a page is left to the directories', () => {
  const cover = {
    file: 'c.png',
    type: 'image/png',
    width: 3000,
    height: 3000,
    hash: 'ef',
  } as const;
  const html = (bytes: number) =>
    renderFrontPage({ site, show: aShow({ cover: { ...cover, bytes } }), episodes: [] });
  expect(html(90_000)).toContain('<img class="cover"');
  expect(html(2_000_000)).not.toContain('<img');
});
