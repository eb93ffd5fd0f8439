import { expect, test } from 'vitest';
import { cuesInSrt } from '../../../src/transcript/captions/cues-in-srt.ts';

const cuesIn = (text: string) =>
  cuesInSrt(text).cues.map(({ id, start, end, text }) => [id, start, end, text]);

test.each([
  ['00:00:01,000 --> 00:00:02,500', 1, 2.5],
  ['00:00:01.000 --> 00:00:02.500', 1, 2.5],
  ['0:00:01,5 --> 0:00:02,50', 1.5, 2.5],
  ['00:01 -> 00:02', 1, 2],
  ['90:00 --> 91:00', 5400, 5460],
  ['100:00:00,000 --> 100:00:01,000', 360_000, 360_001],
  ['00:00:01,000 - -> 00:00:02,000  X1:10 X2:20 Y1:5 Y2:9', 1, 2],
])('times are read as they are found: %s', (times, start, end) => {
  expect(cuesIn(`1\n${times}\nhi`)).toEqual([['1', start, end, 'hi']]);
});

test.each([
  '00:00:01,000 --> ',
  '00:00:01,000 --> 00:00:0x,000',
  '00:00:61,000 --> 00:01:02,000',
  '-00:00:01,000 --> 00:00:02,000',
  `${'9'.repeat(400)}:00:00,000 --> 00:00:01,000`,
])('times that cannot be read leave the text without one: %s', (times) => {
  const { cues, problems } = cuesInSrt(`1\n00:00:00,000 --> 00:00:01,000\na\n\n2\n${times}\nb`);
  expect(cues.map(({ start, text }) => [start, text])).toEqual([
    [0, 'a'],
    [null, 'b'],
  ]);
  expect(problems.map(({ line }) => line)).toEqual([6]);
});

test('parts without leading zeros make the digits after the point milliseconds', () => {
  expect(cuesIn('0:0:0.0 --> 0:0:2.450\na\n\n0:0:2.450 --> 0:0:12.60\nb')).toEqual([
    ['', 0, 2.45, 'a'],
    ['', 2.45, 12.06, 'b'],
  ]);
});

test('text can be nothing but a number', () => {
  expect(cuesIn('1\n00:00 --> 00:01\n1\n\n2\n00:01 --> 00:02\n2\n3\n00:02 --> 00:03\n4')).toEqual([
    ['1', 0, 1, '1'],
    ['2', 1, 2, '2'],
    ['3', 2, 3, '4'],
  ]);
});

test('a number is text where the file has no numbers above its times', () => {
  expect(cuesIn('00:00 --> 00:01\na\n00:01 --> 00:02\n7\n00:02 --> 00:03\nb')).toEqual([
    ['', 0, 1, 'a'],
    ['', 1, 2, '7'],
    ['', 2, 3, 'b'],
  ]);
});

test('numbers may be missing, wrong, or apart from the times', () => {
  const text =
    '7\n00:00 --> 00:01\na\n\n00:01 --> 00:02\nb\n\n9\n\n00:02 --> 00:03\nc\n\n1\n00:03 --> 00:04\nd\n2\n00:04 --> 00:05\ne';
  expect(cuesIn(text).map(([id, , , words]) => [id, words])).toEqual([
    ['7', 'a'],
    ['', 'b'],
    ['9', 'c'],
    ['1', 'd'],
    ['2', 'e'],
  ]);
});

test('blank lines in a cue and none at the end lose no text', () => {
  expect(cuesIn('1\r\n00:00 --> 00:01\r\na\r\n\r\nb\r\n2\r\n00:01 --> 00:02\r\nc')).toEqual([
    ['1', 0, 1, 'a\nb'],
    ['2', 1, 2, 'c'],
  ]);
});

test('words beside the times are text', () => {
  const { cues, problems } = cuesInSrt('1\n00:00 --> 00:01 So it\nbegan');
  expect(cues[0]?.text).toBe('So it\nbegan');
  expect(problems.map(({ line }) => line)).toEqual([2]);
});
