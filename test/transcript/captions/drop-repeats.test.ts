import { expect, test } from 'vitest';
import { readSrt } from '../../../src/transcript/captions/read-srt.ts';

const read = (...cues: string[]) => {
  const text = cues.map((cue, at) => `00:0${at} --> 00:0${at + 1}\n${cue}\n`).join('\n');
  const { transcript, problems } = readSrt(text);
  const words = transcript.turns.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((one) => one.words),
  );
  return {
    said: words.map((word) => word.text).join(' '),
    lines: problems.map(({ line }) => line),
  };
};

test('lines that roll up are kept once', () => {
  expect(read('one', 'one', 'one\ntwo', 'two', 'two\nthree')).toEqual({
    said: 'one two three',
    lines: [4],
  });
  expect(read('one\ntwo', 'two\nthree', 'three\nfour')).toEqual({
    said: 'one two three four',
    lines: [5],
  });
});

test.each([
  ['a chorus', ['la la la', 'la la la', 'la la la', 'la la la']],
  ['an echo', ['Yes.', 'Yes.\nI do.', 'Do you?', 'Now?', 'Now.', 'Well then.']],
])('%s is said as often as it is written', (_, cues) => {
  expect(read(...cues)).toEqual({ said: cues.join(' ').replaceAll('\n', ' '), lines: [] });
});
