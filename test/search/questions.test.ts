import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSearch, type Search } from '../../src/search/search.ts';
import { corpus, saidAt, transcriptOf } from './corpus.ts';
import { questions } from './questions.ts';

let search: Search;

beforeAll(() => {
  search = openSearch(':memory:');
  for (const interview of corpus) {
    const { slug, title, date, language, tags, notes, chapters, turns } = interview;
    const people = [...new Set(turns.map(([speaker]) => speaker))];
    const about = { slug, key: '1', date: new Date(date).toISOString(), language, title };
    const more = { description: '', notes, people, tags, chapters, speakers: [], duration: 600 };
    search.put({ ...about, ...more }, transcriptOf(interview));
  }
});
afterAll(() => search.close());

/** An answer as the questions have it. */
function expected(answer: string) {
  const [slug = '', ...beginning] = answer.split(' ');
  const words = beginning.join(' ');
  if (words === '') return `${slug} null`;
  return `${slug} ${/^\d$/.test(words) ? words : saidAt(slug, words)}`;
}

describe.each(Object.entries(questions))('%s', (_kind, some) => {
  test.each(some)('%s', (asked, ...answers) => {
    const hits = (['said', 'about'] as const).flatMap(
      (part) => search.ask({ asked, part, most: 20 }).hits,
    );
    expect(hits.map(({ slug, start }) => `${slug} ${start}`)).toEqual(answers.map(expected));
  });
});
