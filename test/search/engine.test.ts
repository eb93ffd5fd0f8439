import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Transcript, Word } from '../../src/episode/transcript.ts';
import { packTimes, unpackTimes } from '../../src/search/index/times.ts';
import type { Place } from '../../src/search/rank.ts';
import { IndexError, openSearch, type Search } from '../../src/search/search.ts';

let search: Search;
beforeEach(() => {
  search = openSearch(':memory:');
});
afterEach(() => search.close());

const wordsOf = (text: string): Word[] =>
  text.split(' ').map((word, at) => ({ text: word, start: at, end: at + 0.9, confidence: 1 }));
function put(slug: string, text: string, about: { title?: string; date?: string } = {}) {
  const { title = slug, date = '2026-01-01T00:00:00Z' } = about;
  search.put(
    {
      ...{ slug, key: '1', date, language: 'en', title, description: '', notes: '', people: [] },
      ...{ tags: [], chapters: [], speakers: [], duration: 600 },
    },
    {
      ...{ language: 'en', speakers: [{ label: 'R', name: 'Rosa' }] },
      turns: [{ speakers: ['R'], paragraphs: [{ words: wordsOf(text) }] }],
    },
  );
}
const ask = (asked: string, part: 'said' | 'about' = 'said') =>
  search.ask({ asked, part, most: 20 });
const slugs = (asked: string) => ask(asked).hits.map(({ slug }) => slug);

test('times come back as they were, also over a gap of hours', () => {
  for (const starts of [[1, 2.5, null, 3], [1, 2, 2000, 20_000.25], [null, null], []]) {
    const { first, steps } = packTimes(starts);
    expect(unpackTimes(first, steps)).toEqual(starts);
  }
});

test('which words are forms of each other does not depend on who said one first', () => {
  put('one', 'The bos’s horns.');
  put('two', 'The boss of all.');
  const before = [slugs('bosses'), slugs('bos')];
  search.close();
  search = openSearch(':memory:');
  put('two', 'The boss of all.');
  put('one', 'The bos’s horns.');
  const after = [slugs('bosses'), slugs('bos')];
  expect(after.map((some) => some.toSorted())).toEqual(before.map((some) => some.toSorted()));
  expect(before.map((some) => some.length > 0)).toEqual([true, true]);
});

test('a word that ends the text for a database does not', () => {
  put('one', 'Said \0 and gone.', { title: 'Forty\0 gammaword' });
  expect(ask('gammaword', 'about').total).toBe(1);
  put('one', 'Said.', { title: 'Forty' });
  expect([ask('gammaword', 'about').total, search.complete('gammaw', 5)]).toEqual([0, []]);
});

test('what is said in many episodes at once is found when all are there', () => {
  const many = Array.from({ length: 9000 }, (_, at) => `word${at}`).join(' ');
  ask('anything');
  put('one', many);
  put('two', 'A single heron.');
  search.settle();
  expect(slugs('heron')).toEqual(['two']);
});

test('episodes from before 1970 are found by their dates', () => {
  put('early', 'Ancient words.', { date: '1955-03-01T00:00:00Z' });
  put('later', 'Ancient words.', { date: '1969-03-01T00:00:00Z' });
  expect([slugs('ancient before:1960'), slugs('ancient after:1960')]).toEqual([
    ['early'],
    ['later'],
  ]);
});

test('what a total counts is shown, also where the next part of a turn is left out', () => {
  const filler = (count: number) => Array.from({ length: count }, (_, at) => `f${at}.`).join(' ');
  put('one', `${filler(52)} needle ${filler(40)} unwanted ${filler(30)}`);
  for (const asked of ['needle', 'needle -unwanted', 'needle f3', 'f1 f2']) {
    const { total, hits } = ask(asked);
    expect([asked, hits.length]).toEqual([asked, total]);
  }
});

test('a question of hundreds of words, or of one word of hundreds of parts, is cut short', () => {
  put('one', 'A b a b a b, and so on.');
  for (const asked of ['a.'.repeat(400), `"${'a '.repeat(400)}"`, 'a '.repeat(400)]) {
    expect(ask(asked).remarks).toEqual([expect.stringContaining('Only the first 24 words')]);
  }
});

test('episodes of the same minute are all found, also after one of them was corrected', () => {
  for (const slug of ['one', 'two', 'three']) put(slug, 'A heron stands.');
  put('one', 'A heron flies.');
  put('four', 'A heron lands.');
  expect(slugs('heron').toSorted()).toEqual(['four', 'one', 'three', 'two']);
  expect(slugs('stands').toSorted()).toEqual(['three', 'two']);
});

test('a transcript that cannot be read through changes nothing', () => {
  put('one', 'A heron stands.');
  const broken = { language: 'en', speakers: [], turns: [null] } as unknown as Transcript;
  const about = {
    ...{ slug: 'one', key: '2', date: '2026-01-01T00:00:00Z', language: 'en', title: 'one' },
    ...{
      description: '',
      notes: '',
      people: [],
      tags: [],
      chapters: [],
      speakers: [],
      duration: 600,
    },
  };
  expect(() => search.put(about, broken)).toThrow();
  expect(ask('heron').total).toBe(1);
  expect(search.complete('her', 5)).toEqual(['heron']);
});

test('a run of words comes first as it was said, also where many of them have other forms', () => {
  const words = 'keepers storing lamps watched ships passing islands';
  put('as-said', `The ${words}.`, { date: '2020-01-01T00:00:00Z' });
  put(
    'mixed-up',
    'Islands passed a ship. Watch the lamp. Stores keep it. Keeper stored a watching.',
  );
  put('forms', 'Kept lamps, passes, keeping, stored, watches, passed, stores, keep, lamp, island.');
  put('later', 'Ships passing islands watched lamps storing keepers.');
  expect(slugs(words)).toEqual(['as-said', 'later', 'mixed-up']);
});

test('a language called by a letter and a sign is another than the one called by the letter', () => {
  put('plus', 'We wrote it in C++, and in C++17.');
  put('sharp', 'I like C# and F#.');
  put('letter', 'The letter C, and G.');
  const asked = ['C++', 'c++', '"in C++"', 'c#', 'csharp', 'f#', 'c'];
  expect(asked.map(slugs)).toEqual([
    ...[['plus'], ['plus'], ['plus'], ['sharp'], ['sharp'], ['sharp'], ['letter']],
  ]);
  expect(ask('C++').hits[0]?.marks[0]).toEqual({ from: 15, to: 18 });
});

test('two letters the other way round are one slip', () => {
  put('one', 'Every morning the lamp is cleaned. Mornin, he says.');
  put('two', 'Good morning.');
  search.settle();
  expect(search.suggest('mornign lamp', false)).toBe('morning lamp');
});

test('an index that cannot be written loses what waited, and nothing of it counts', () => {
  put('one', 'A heron stands.');
  const broken = {
    ...{ slug: 'two', key: '1', date: '2026-01-01T00:00:00Z', language: 'en', title: 'two' },
    ...{ description: '', notes: '', people: [], tags: [], chapters: [] },
    ...{ speakers: [{ label: 'R', name: 'Rosa' }], duration: Number.NaN },
  };
  const turns = [{ speakers: ['R'], paragraphs: [{ words: wordsOf('A heron flies.') }] }];
  const transcript = { language: 'en', speakers: [{ label: 'R', name: 'Rosa' }], turns };
  expect(() => search.put(broken, transcript)).toThrow(IndexError);
  expect([ask('heron').total, search.complete('her', 5)]).toEqual([0, []]);
  expect(search.keepOnly([{ slug: 'one', key: '1' }])).toEqual(['one']);
  put('one', 'A heron stands.');
  expect([ask('heron').total, search.complete('her', 5)]).toEqual([1, ['heron']]);
});

test.each(['speaker:rosa', 'herons', 'heron lake'])(
  'pages of “%s” go on where they stopped though there are more results now',
  (asked) => {
    const at = (minute: number) => ({ date: new Date(1.7e12 + minute * 60_000).toISOString() });
    for (let n = 0; n < 150; n += 1) put(`e${n}`, 'A heron on the lake.', at(n));
    const page = (from: Place | null) => search.ask({ asked, part: 'said', most: 20, from });
    const first = page(null);
    for (const n of [150, 151]) put(`e${n}`, 'A heron on the lake.', at(n));
    const second = page(first.next);
    expect([first, second].flatMap(({ hits }) => hits.map(({ slug }) => slug))).toEqual(
      Array.from({ length: 40 }, (_, n) => `e${149 - n}`),
    );
  },
);

test('a misspelt word is mended where it stands by itself', () => {
  put('one', 'Bordeaux is a board game.');
  expect(search.suggest('bordeaux -bord tag:bord bord', false)).toBeNull();
  expect(search.suggest('bordeaux bord', false)).toBe('bordeaux board');
  put('two', 'It is the neighbours’ lake.');
  expect(search.suggest('naighbours’ lake', false)).toBe('neighbours’ lake');
});
