import { describe, expect, test } from 'vitest';
import { renderFrontPage } from '../../src/render/front-page.tsx';
import { renderSearchDescription } from '../../src/render/search-description.ts';
import type { Result } from '../../src/render/search-hit.tsx';
import { renderSearchPage, type SearchPage } from '../../src/render/search-page.tsx';
import { anEpisode, aPerson, aShow, site } from './an-episode.ts';

function aResult(given: Partial<Result> = {}): Result {
  return {
    ...{ episode: anEpisode(), kind: 'said', speaker: 'Jón Þór', text: 'Clay and hair.' },
    ...{ marks: [{ from: 0, to: 4 }], start: 61.2, end: 75.5, path: '/episodes/bells/#t=61.2' },
    ...given,
  };
}

function pageWith(given: Partial<SearchPage> = {}): string {
  const results = given.results ?? [];
  return renderSearchPage({
    ...{ site, show: aShow(), episodes: [anEpisode()], asked: 'clay', leading: [], results },
    ...{ total: results.length, isAtLeast: false, suggestion: null, remarks: [], missing: 0 },
    ...{ next: null, isFirst: true, ...given },
  });
}

describe('a result', () => {
  test('has the words with what was asked for marked, who said them, where and when', () => {
    const html = pageWith({ results: [aResult()] });
    expect(html).toContain('<mark>Clay</mark> and hair.');
    expect(html).toMatch(/class="hit hit-said speaker-2"/);
    expect(html).toMatch(/<b class="name"><bdi[^>]*>Jón Þór<\/bdi><\/b>/);
    expect(html).toContain('<a href="/talks/episodes/bells/">How bells are cast</a>');
    expect(html).toContain('<time datetime="2026-03-09T23:30:00Z">9 March 2026</time>');
    expect(html).toMatch(/href="\/talks\/episodes\/bells\/#t=61.2"[^>]*><time[^>]*>1:01</);
    expect(html).toContain('1 result for “<bdi>clay</bdi>”.');
  });

  test('names the sound to play, hidden until a script can', () => {
    const button = /<button[^>]*class="hear"[^>]*>/.exec(pageWith({ results: [aResult()] }))?.[0];
    expect(button).toContain('data-sound="/talks/audio/bells.mp3"');
    expect(button).toContain('data-start="61.2" data-end="75.5"');
    expect(button).toMatch(/ hidden/);
  });

  test('is played for three seconds at least, and never beyond the recording', () => {
    const ends = (given: Partial<Result>) =>
      /data-end="([^"]+)"/.exec(pageWith({ results: [aResult(given)] }))?.[1];
    expect(ends({ end: 61.5 })).toBe('64.2');
    expect(ends({ end: null })).toBe('76.2');
    expect(ends({ start: 408.5, end: null })).toBe('409.2');
  });

  test('without a time leads to its episode and plays nothing', () => {
    const html = pageWith({ results: [aResult({ start: null, end: null })] });
    expect(html).toContain('<mark>Clay</mark>');
    expect(html).not.toContain('data-part="hear"');
  });

  test('from the same episode as the one before stands under the same title', () => {
    const organs = anEpisode({ slug: 'organs', title: 'Organs' });
    const results = [aResult(), aResult({ start: 80 }), aResult({ episode: organs }), aResult()];
    const html = pageWith({ results });
    expect(html.match(/<h3/g)).toHaveLength(3);
    expect(html.match(/<mark>/g)).toHaveLength(4);
  });

  test('is turned as a whole, by its title, and each name by itself', () => {
    const episode = anEpisode({ title: 'איך בונים עוגב?', people: [aPerson({ name: 'נעמי' })] });
    const html = pageWith({ results: [aResult({ episode, kind: 'chapter', speaker: null })] });
    expect(html).toContain('<article class="entry" dir="rtl">');
    expect(html).toContain('<p class="speakers"><bdi>נעמי</bdi></p>');
    expect(html).toMatch(/<p class="hit-text"[^>]* dir="ltr">/);
    expect(html).toMatch(/<p class="count-found"[^>]* dir="ltr">/);
  });

  test('in a title or a chapter says so', () => {
    const title = { text: 'How bells are cast', marks: [{ from: 4, to: 9 }], speaker: null };
    const html = pageWith({
      leading: [aResult({ ...title, kind: 'about', start: null, end: null })],
      results: [aResult({ kind: 'chapter', speaker: null, text: 'Clay', end: null })],
    });
    expect(html).toContain('<a href="/talks/episodes/bells/">How <mark>bells</mark> are cast</a>');
    expect(html).toMatch(/<h2 id="episodes-found"[^>]*>Episodes</);
    expect(html).toContain('<span class="quiet">Chapter</span>');
  });
});

describe('a page', () => {
  test('of nothing asked shows how to ask, with this show’s own speakers and tags', () => {
    const html = pageWith({ asked: '' });
    for (const example of [
      '&quot;thank you&quot;',
      'speaker:okafor',
      'tag:craft',
      'before:2026-07',
    ])
      expect(html).toContain(example);
    expect(html).toMatch(/<input[^>]* autofocus/);
    expect(html).toContain('<link rel="canonical" href="https://example.org/talks/search"/>');
    expect(html).not.toContain('noindex');
  });

  test('with nothing found says so, offers what is spelt alike, and how to ask', () => {
    const html = pageWith({ suggestion: 'clay & hair', remarks: ['“x” is no date.'] });
    expect(html).toContain('Nothing was found for “<bdi>clay</bdi>”.');
    expect(html).toMatch(/href="\/talks\/search\?q=clay%20%26%20hair">clay &amp; hair<\/a>\?/);
    expect(html).toContain('“x” is no date.');
    expect(html).toContain('How to ask');
  });

  test('counts all results, leads to the next page and back, and is not to be indexed', () => {
    const next = '/search?q=clay&from=said.1.7';
    const html = pageWith({ results: [aResult()], total: 1204, next, isFirst: false, missing: 3 });
    expect(html).toContain('1,204 results for “<bdi>clay</bdi>”, continued.');
    expect(html).toContain('rel="next" href="/talks/search?q=clay&amp;from=said.1.7"');
    expect(html).toContain('<a href="/talks/search?q=clay">First results</a>');
    expect(html).toContain('Episodes are still being indexed: 3 to go.');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toMatch(/<input[^>]* autofocus/);
  });

  test('of hostile text is a page like any other', () => {
    const asked = `"><script>\u0000${'x'.repeat(500)}`;
    const html = pageWith({ asked });
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('\u0000');
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]?.length).toBeLessThan(150);
  });
});

test('the front page asks first, and tells search engines how it is asked', () => {
  const html = renderFrontPage({ site, show: aShow(), episodes: [anEpisode()] });
  expect(html).toContain('<form class="search-form" action="/talks/search">');
  expect(html).toMatch(/<label[^>]* for="q">Search everything that was said</);
  expect(html).not.toContain('autocomplete');
  expect(html).toContain('"urlTemplate":"https://example.org/talks/search?q={search_term_string}"');
  expect(html).toMatch(/<link rel="search" type="application\/opensearchdescription\+xml"/);
});

test('the description for browsers has names as short as they are to be', () => {
  const show = aShow({ title: 'A & B: conversations about everything under the sun & more' });
  const xml = renderSearchDescription(site, show);
  expect(xml).toContain('<ShortName>A &amp; B:</ShortName>');
  expect(xml).toContain(
    'template="https://example.org/talks/search?q={searchTerms}&amp;format=json"',
  );
  expect(xml).toContain('template="https://example.org/talks/search/suggest?q={searchTerms}"');
});

test('says so where there is more than was counted', () => {
  expect(pageWith({ results: [aResult()], total: 1204, isAtLeast: true })).toContain(
    'At least 1,204 results',
  );
});
