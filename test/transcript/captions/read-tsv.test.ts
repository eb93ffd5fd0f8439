import { expect, test } from 'vitest';
import { cuesInTsv, looksLikeTsv, readTsv } from '../../../src/transcript/captions/read-tsv.ts';

const cuesIn = (text: string) =>
  cuesInTsv(text).cues.map(({ start, end, text }) => [start, end, text]);

test.each([
  ['start\tend\ttext\n', true],
  ['0.0\t1.0\thi', true],
  ['00:00:00.000\t00:00:01.000\thi\n\n00:01\t00:02\tyou\n', true],
  ['0.0\t1.0\thi\nand\tso\ton', false],
  ['1\t2', false],
  ['Ann\t0:01\thi', false],
  ['', false],
])('%j is this format: %s', (text, expected) => {
  expect(looksLikeTsv(text)).toBe(expected);
});

test('whole numbers are milliseconds, unless the cues were too short then', () => {
  expect(cuesIn('start\tend\ttext\n0\t1500\ta\n1500\t2000\tb')).toEqual([
    [0, 1.5, 'a'],
    [1.5, 2, 'b'],
  ]);
  expect(cuesIn('0\t15\ta\n15\t20\tb')).toEqual([
    [0, 15, 'a'],
    [15, 20, 'b'],
  ]);
});

test('a column named speaker says who speaks', () => {
  const { transcript } = readTsv('speaker\tstart\tend\ttext\nAnn\t0.0\t1.0\thi\n\t1.0\t2.0\tthere');
  expect(transcript.turns.map(({ speakers }) => speakers)).toEqual([['Ann']]);
});

test('lines without times keep their text, and are told once', () => {
  const { cues, problems } = cuesInTsv('0.5\t1.5\ta\nb\tc\nd\n2.5\t3.5\te');
  expect(cues.map(({ start, text }) => [start, text])).toEqual([
    [0.5, 'a'],
    [null, 'b\tc\nd'],
    [2.5, 'e'],
  ]);
  expect(problems.map(({ line }) => line)).toEqual([2]);
});
