import { expect, test } from 'vitest';
import type { Alignment } from '../../src/episode/alignment.ts';
import { describeAlignment, whyUntimed } from '../../src/episode/describe-alignment.ts';

const whole: Alignment = {
  ...{ verdict: 'aligned', reason: null, words: 1289, found: 1284 },
  ...{ unwritten: [], unspoken: [], uncertain: [], shifts: [] },
};

test('coverage is told in words', () => {
  expect(describeAlignment(whole)).toEqual(['Timed 1,284 of 1,289 words.']);
  expect(whyUntimed(whole)).toBeNull();
});

test('what is on one side only is told with where it is', () => {
  const lines = describeAlignment({
    ...whole,
    unwritten: [
      { start: 0, end: 54.2, heard: 'speech' },
      { start: 250, end: 295, heard: 'music' },
    ],
    unspoken: [
      { words: 15, begins: 'Thank you all', after: 192 },
      { words: 1, begins: 'Yes.', after: 0 },
    ],
    uncertain: [{ start: 61, end: 70 }],
  });
  expect(lines.slice(1)).toEqual([
    '0:00–0:54 speech not in the transcript.',
    '4:10–4:55 music.',
    '15 words of the transcript not heard after 3:12: “Thank you all”.',
    '1 word of the transcript not heard at the beginning: “Yes.”.',
    '1:01–1:10 words placed without much certainty.',
  ]);
});

test('times that a transcript brought are told to be off, and which way', () => {
  const shifts = [
    { start: 760, end: 2890, late: 1.8 },
    { start: 2890, end: 3000, late: -0.6 },
  ];
  expect(describeAlignment({ ...whole, verdict: 'compared', shifts })).toEqual([
    'The transcript brought its times; 1,284 of 1,289 words were found in the sound.',
    'Your transcript’s times run 1.8 s late from 12:40 to 48:10.',
    'Your transcript’s times run 0.6 s ahead from 48:10 to 50:00.',
    expect.stringMatching(/^They were kept\. .* without times/),
  ]);
});

test('ten lines of a kind are enough', () => {
  const unwritten = Array.from({ length: 17 }, (_, at) => ({
    ...{ start: at * 10, end: at * 10 + 5, heard: 'silence' as const },
  }));
  const lines = describeAlignment({ ...whole, unwritten });
  expect(lines).toHaveLength(12);
  expect(lines.at(-1)).toBe('and 7 more like this.');
});

test('a refusal says so, why, and what to do', () => {
  const refused: Alignment = { ...whole, verdict: 'refused', reason: 'Only 12 % was found.' };
  expect(describeAlignment(refused)).toEqual([]);
  expect(whyUntimed(refused)).toMatch(/^No times were computed\. Only 12 % was found\. /);
});
