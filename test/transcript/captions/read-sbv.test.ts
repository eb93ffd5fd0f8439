import { expect, test } from 'vitest';
import { cuesInSbv, looksLikeSbv } from '../../../src/transcript/captions/read-sbv.ts';

test.each([
  ['0:00:00.599,0:00:04.160\nhi', true],
  ['\n00:00:00,5 , 00:00:04,16\nhi', true],
  ['[INFORMATION]\n[TITLE]x\n[SUBTITLE]\n00:00:00.50,00:00:04.16\nhi', true],
  ['We met at 0:10, 0:11 or so', false],
  ['Some text.\n0:00:00.599,0:00:04.160\nhi', false],
  ['[Music]\n0:00:00.599,0:00:04.160\nhi', false],
])('%j is this format: %s', (text, expected) => {
  expect(looksLikeSbv(text)).toBe(expected);
});

test('cues go on to the next times', () => {
  const text = '0:00:00.599,0:00:04.160\na, b\n\nc\n0:00:04.160,0:00:05.000\n1';
  expect(cuesInSbv(text).cues.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0.599, 4.16, 'a, b\nc'],
    [4.16, 5, '1'],
  ]);
});
