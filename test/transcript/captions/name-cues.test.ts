import { expect, test } from 'vitest';
import { readSrt } from '../../../src/transcript/captions/read-srt.ts';

const turnsOf = (...cues: string[]) =>
  readSrt(
    cues.map((text, at) => `00:0${at} --> 00:0${at + 1}\n${text}\n`).join('\n'),
  ).transcript.turns.map(
    ({ speakers, paragraphs }) =>
      `${speakers.join()}: ${paragraphs.flatMap(({ words }) => words.map(({ text }) => text)).join(' ')}`,
  );

test('a name alone on the first line of every cue is the speaker', () => {
  expect(turnsOf('Rich Bowen\nHello.', 'Ann Lee\nHello.', 'Rich Bowen\nHow\nare you?')).toEqual([
    'Rich Bowen: Hello.',
    'Ann Lee: Hello.',
    'Rich Bowen: How are you?',
  ]);
});

test.each([
  ['never comes again', ['Rich Bowen\nis here', 'Ann Lee\nis too']],
  ['is a sentence', ['Yes, of course.\nIt is.', 'Yes, of course.\nIt was.']],
  ['has no text below', ['Hello\nyou', 'Hello', 'Hello\nyou']],
  ['is a number', ['42\nis it', '42\nit is', '42\nis']],
])('a line that %s is none', (_, cues) => {
  expect(turnsOf(...cues)).toEqual([`: ${cues.join(' ').replaceAll('\n', ' ')}`]);
});
