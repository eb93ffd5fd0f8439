import { describe, expect, test } from 'vitest';
import { renderArchivePage } from '../../src/render/archive-page.tsx';
import { archivesOf } from '../../src/render/archives.ts';
import { renderDoorsPage } from '../../src/render/doors-page.tsx';
import { anEpisode, aPerson, aShow, site } from './an-episode.ts';

const ada = aPerson({ name: 'Ada Okafor' });
const episodes = [
  anEpisode({ slug: 'd', date: '2026-04-01T00:00:00Z', tags: ['Open Source'], season: 2 }),
  anEpisode({ slug: 'c', date: '2026-03-01T00:00:00Z', season: 1, number: 1 }),
  anEpisode({ slug: 'b', date: '2025-12-31T23:59:00Z', season: 1, number: 2, people: [ada] }),
  anEpisode({ slug: 'a', date: '2025-01-01T00:00:00Z', tags: ['open-source', 'OPEN SOURCE'] }),
];
const slugsOf = (list: { slug: string }[] = []) => list.map(({ slug }) => slug).join('');
const show = aShow({ seasons: { 1: 'Wood' } });

describe('the archives', () => {
  test('of years go by the clock of UTC', () => {
    const year = archivesOf('year', show, episodes);
    expect([...year.keys()]).toEqual(['2026', '2025']);
    expect(slugsOf(year.get('2025')?.episodes)).toBe('ba');
  });

  test('of seasons have their names, or their numbers', () => {
    const season = archivesOf('season', show, episodes);
    expect([season.get('1')?.heading, season.get('2')?.heading]).toEqual(['Wood', 'Season 2']);
    expect(slugsOf(season.get('1')?.episodes)).toBe('cb');
  });

  test('of a serial’s seasons begin with the first episode', () => {
    const numbered = [...episodes].reverse();
    const season = archivesOf('season', { ...show, type: 'serial' }, numbered);
    expect(slugsOf(season.get('1')?.episodes)).toBe('cb');
  });

  test('of tags written in several ways are one, and have an episode once', () => {
    const tag = archivesOf('tag', show, episodes);
    expect(slugsOf(tag.get('open-source')?.episodes)).toBe('da');
    expect(tag.get('open-source')?.heading).toBe('Open Source');
  });

  test('are all on one page, with the number of their episodes', () => {
    const html = renderDoorsPage(site, show, episodes);
    expect(html).toContain('<link rel="canonical" href="https://example.org/talks/archive/"/>');
    const doors = Array.from(
      html.matchAll(/<li><a href="([^"]+)"[^>]*>([^<]+)<\/a>/g),
      ([, to, name]) => [to, name],
    );
    expect(doors.slice(0, 5)).toEqual([
      ['/talks/years/2026/', '2026'],
      ['/talks/years/2025/', '2025'],
      ['/talks/seasons/1/', 'Wood'],
      ['/talks/seasons/2/', 'Season 2'],
      ['/talks/tags/craft/', 'craft'],
    ]);
    expect(html).toMatch(/>Ada Okafor<\/a> <span[^>]*>4</);
  });
});

describe('a person’s page', () => {
  const archive = archivesOf('person', show, episodes).get('ada-okafor')!;
  const speaking = {
    ...{ episodes: 2, turns: 13, seconds: 3690, words: 9200 },
    inEach: new Map([['b', { turns: 12, seconds: 3600, words: 9000 }]]),
  };

  test('says how long they speak in all and in each episode, and links to all of it', () => {
    const html = renderArchivePage({ site, show, archive, speaking }).replaceAll('&amp;', '&');
    expect(html).toContain(
      'Speaks 1 h 2 min in 2 episodes: <a href="/talks/search?q=speaker%3A%22Ada%20Okafor%22">everything they say</a>',
    );
    expect(html).toContain(
      '<a href="/talks/search?q=speaker%3A%22Ada%20Okafor%22%20episode%3Ab">speaks 1 h<span class="unseen">: everything they say in it</span></a>',
    );
  });

  test('counts words where no time is known', () => {
    const untimed = { ...speaking, episodes: 1, seconds: 0, words: 2000 };
    expect(renderArchivePage({ site, show, archive, speaking: untimed })).toContain(
      'Speaks 2,000 words in 1 episode',
    );
  });

  test('does without where it cannot be told', () => {
    expect(renderArchivePage({ site, show, archive })).not.toContain('peaks ');
  });
});
