import { describe, expect, test } from 'vitest';
import type { Episode } from '../../src/episode/episode.ts';
import { beginningOf, pageOfEpisodes } from '../../src/render/page-of-episodes.ts';
import { anEpisode } from './an-episode.ts';

const dated = (number: number) =>
  anEpisode({
    slug: `e${number}`,
    date: new Date(Date.UTC(2026, 0, 1 + number)).toISOString(),
  });
const newestFirst = (count: number) => Array.from({ length: count }, (_, at) => dated(count - at));
const asked = (query: string | null) => Object.fromEntries(new URLSearchParams(query ?? ''));
const shown = (episodes: Episode[], query: string | null) =>
  pageOfEpisodes(episodes, beginningOf(episodes, asked(query)));
const ends = ({ episodes }: { episodes: Episode[] }) => [episodes[0]?.slug, episodes.at(-1)?.slug];

describe('pages of a list', () => {
  const episodes = newestFirst(250);
  const second = shown(episodes, pageOfEpisodes(episodes).later);

  test('go on where the one before ended, and back', () => {
    expect(ends(second)).toEqual(['e150', 'e51']);
    const third = shown(episodes, second.later);
    expect([...ends(third), third.later]).toEqual(['e50', 'e1', null]);
    expect(ends(shown(episodes, third.earlier))).toEqual(ends(second));
    expect(second.earlier).toBe('');
  });

  test('stay as they are when something new comes', () => {
    const more = newestFirst(253);
    expect(ends(shown(more, second.query))).toEqual(ends(second));
    expect(ends(shown(more, shown(more, second.query).earlier))).toEqual(['e250', 'e151']);
  });

  test('stay where they are when the episode that names their place goes', () => {
    const fewer = episodes.filter(({ slug }) => slug !== 'e151');
    expect(ends(shown(fewer, second.query))).toEqual(['e150', 'e51']);
  });

  test('are still found by their numbers', () => {
    expect(ends(shown(episodes, 'page=2'))).toEqual(['e150', 'e51']);
    expect(ends(shown(episodes, 'page=99'))).toEqual(['e50', 'e1']);
  });

  test.each([
    'page=0',
    'page=x',
    'before=',
    'before=nothing',
    'after=2026',
    'before=2026-99-99T1Z-a',
  ])('begin at the beginning where %s is asked', (query) => {
    expect(beginningOf(episodes, asked(query))).toBe(0);
  });

  test('in an order that rises go on as well', () => {
    const rising = [...episodes].reverse();
    const next = shown(rising, pageOfEpisodes(rising).later);
    expect(ends(next)).toEqual(['e101', 'e200']);
    const fewer = rising.filter(({ slug }) => slug !== 'e100');
    expect(ends(shown(fewer, next.query))).toEqual(['e101', 'e200']);
  });
});
