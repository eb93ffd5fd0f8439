import { expect, test } from 'vitest';
import { untimed, type Word } from '../../src/episode/transcript.ts';
import { passagesOf } from '../../src/search/index/passages.ts';

const about = {
  ...{ slug: 'a', key: '1', date: '2026-01-01T00:00:00Z', language: 'en', title: 'A', notes: '' },
  ...{ description: '', people: [], tags: [], chapters: [], speakers: [], duration: 600 },
};
const said = (words: Word[]) =>
  passagesOf(about, {
    ...{ language: 'en', speakers: [{ label: 'R', name: 'Rosa' }] },
    turns: [{ speakers: ['R'], paragraphs: [{ words }] }],
  }).slice(1);
const words = (count: number) => Array.from({ length: count }, (_, at) => untimed(`w${at}`));

test('a word without a time has that of its caption, and far from any time none', () => {
  const all = words(90);
  all[20] = { ...untimed('timed'), start: 4 };
  const [passage] = said(all);
  const starts = passage?.starts ?? [];
  expect([starts[0], starts[20], starts[50], starts[51], starts[89]]).toEqual([
    4,
    4,
    4,
    null,
    null,
  ]);
});

test('a long turn is parted where a sentence ends, and each part has the beginning of the next', () => {
  const all = words(150);
  all[70] = untimed('stop.');
  const [first, second] = said(all);
  expect(first?.text.slice(0, first.ownLength).endsWith('w69 stop.')).toBe(true);
  expect(first?.text.endsWith(' w82')).toBe(true);
  expect(second?.text.startsWith('w71 ')).toBe(true);
});

test('a turn without a word, and a transcript without a turn, are no passages', () => {
  expect(said([])).toEqual([]);
});
