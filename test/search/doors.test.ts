import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transcript } from '../../src/episode/transcript.ts';
import type { About } from '../../src/search/index/passage.ts';
import { openSearch, type Search } from '../../src/search/search.ts';

/** What everybody says, whatever they talk about. */
const small =
  'well you know I think that is really what people do when they have time and it was good'.split(
    ' ',
  );
const themes: Record<string, string[]> = {
  bells: 'bronze foundry mould casting clapper tower ringing loam furnace pitch'.split(' '),
  bread: 'flour oven dough yeast crust baking miller sourdough kneading loaf'.split(' '),
  boats: 'keel harbour sailing timber rigging planks caulking tide mast anchor'.split(' '),
};

let search: Search;
beforeAll(() => {
  search = openSearch(':memory:');
  for (const [theme, words] of Object.entries(themes)) {
    for (const number of [1, 2]) put(`${theme}-${number}`, conversation(words, number));
  }
  put('chat', conversation(small, 7));
  put('untimed', { ...conversation(small, 8, null) });
});
afterAll(() => search.close());

describe('episodes in which the same is said', () => {
  test('are found by the words that are said in few others', () => {
    for (const theme of Object.keys(themes)) {
      expect(search.related(`${theme}-1`, 3).map(({ slug }) => slug)).toEqual([`${theme}-2`]);
    }
  });

  test('are none where only small words are shared', () => {
    expect(search.related('chat', 3)).toEqual([]);
    expect(search.related('nothing', 3)).toEqual([]);
  });

  test('are not those that have been taken away', () => {
    put('bells-3', conversation(themes.bells ?? [], 3));
    expect(search.related('bells-1', 3).map(({ slug }) => slug)).toContain('bells-3');
    search.keepOnly(all().filter(({ slug }) => slug !== 'bells-3'));
    expect(search.related('bells-1', 3).map(({ slug }) => slug)).toEqual(['bells-2']);
  });
});

describe('how much somebody says', () => {
  test('is counted by turns, words and the time between the first word of a turn and its last', () => {
    const { inEach, ...whole } = search.speaking('ada OKAFOR', ['bells-1', 'untimed', 'nothing']);
    expect([...inEach]).toEqual([
      ['bells-1', { turns: 20, words: 200, seconds: 20 * 10 }],
      ['untimed', { turns: 20, words: 200, seconds: 0 }],
    ]);
    const episodes = all().length;
    const seconds = (episodes - 1) * 20 * 10;
    expect(whole).toEqual({ episodes, turns: episodes * 20, words: episodes * 200, seconds });
  });

  test('ends where the sound does, however far the transcript goes on', () => {
    put('cut', conversation(small, 9), 25);
    const { inEach } = search.speaking('Ada Okafor', ['cut']);
    expect(inEach.get('cut')).toEqual({ turns: 20, words: 200, seconds: 10 + 5 });
    search.keepOnly(all());
  });

  test('is nothing for those who are not heard', () => {
    const nothing = { episodes: 0, turns: 0, words: 0, seconds: 0, inEach: new Map() };
    expect(search.speaking('Nobody', ['chat'])).toEqual(nothing);
    expect(search.speaking('', ['chat'])).toEqual(nothing);
  });
});

describe('episode:', () => {
  const ask = (asked: string) => search.ask({ asked, part: 'said', most: 100 });

  test('asks for what is said in one episode', () => {
    const slugs = ask('bronze').hits.map(({ slug }) => slug);
    expect(new Set(slugs)).toEqual(new Set(['bells-1', 'bells-2']));
    const { hits, total } = ask('bronze episode:bells-2');
    expect(new Set(hits.map(({ slug }) => slug))).toEqual(new Set(['bells-2']));
    expect(total).toBe(hits.length);
  });

  test('finds every turn that somebody has in it', () => {
    expect(ask('speaker:"Ada Okafor" episode:chat').total).toBe(20);
    expect(ask('episode:chat').total).toBe(0);
    expect(search.ask({ asked: 'episode:chat', part: 'about', most: 9 }).total).toBe(1);
  });

  test('of an episode that is none finds nothing', () => {
    expect(ask('bronze episode:nothing').total).toBe(0);
  });
});

function all() {
  return ['bells-1', 'bells-2', 'bread-1', 'bread-2', 'boats-1', 'boats-2', 'chat', 'untimed'].map(
    (slug) => ({ slug, key: slug }),
  );
}

function put(slug: string, transcript: Transcript, duration = 400) {
  const about: About = {
    ...{ slug, key: slug, date: '2026-01-01T00:00:00Z', language: 'en' },
    ...{ title: slug, description: '', notes: '', people: [], tags: [], chapters: [], duration },
    speakers: transcript.speakers.map(({ label }) => ({
      label,
      name: label === 'A' ? 'Ada Okafor' : 'Jón Þór',
    })),
  };
  search.put(about, transcript);
}

/** Forty turns of ten words, a second each, in half of the turns a third of the theme; the words differ with the seed. */
function conversation(theme: string[], seed: number, timed: number | null = 1): Transcript {
  const pick = (words: string[], at: number) => words[(at * 7 + seed * 3) % words.length] ?? '';
  const turns = Array.from({ length: 40 }, (_, turn) => ({
    speakers: [turn % 2 === 0 ? 'A' : 'J'],
    paragraphs: [
      {
        words: Array.from({ length: 10 }, (_, at) => {
          const start = timed && turn * 10 + at;
          const text =
            at % 3 === 2 && turn % 4 < 2 ? pick(theme, turn + at) : pick(small, turn * 3 + at);
          return { text, start, end: start === null ? null : start + 1, confidence: null };
        }),
      },
    ],
  }));
  const speakers = ['A', 'J'].map((label) => ({ label, name: label }));
  return { language: null, speakers, turns };
}
