import { expect, test } from 'vitest';
import { untimed } from '../../src/episode/transcript.ts';
import { doubtTimes } from '../../src/publish/doubt-times.ts';

const transcript = {
  language: null,
  speakers: [],
  turns: [
    { speakers: [], paragraphs: [{ words: [{ ...untimed('One'), start: 3 }, untimed('two')] }] },
    { speakers: [], paragraphs: [{ words: [{ ...untimed('Three'), start: 700.4 }] }] },
  ],
};

test('times that run past the end of the recording are doubted, and stay', () => {
  expect(doubtTimes(transcript, 409)).toBe(
    'The transcript’s times reach 11:40, but the recording ends at 6:49. Is it the transcript of this recording?',
  );
});

test('a few seconds more than the recording has are no reason to doubt', () => {
  expect(doubtTimes(transcript, 697)).toBeNull();
});
