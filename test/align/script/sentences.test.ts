import { expect, test } from 'vitest';
import { restsAfter, sentencesOf } from '../../../src/align/script/sentences.ts';
import type { Transcript, Word } from '../../../src/episode/transcript.ts';
import { words } from '../../render/an-episode.ts';

/** A turn for each text, a paragraph a line; what stands in brackets is a direction. */
function transcript(...turns: string[]): Transcript {
  const asHeard = (word: Word): Word =>
    /^\[.*\]$/.test(word.text) ? { ...word, direction: true } : word;
  return {
    language: null,
    speakers: [],
    turns: turns.map((text) => ({
      speakers: [],
      paragraphs: text.split('\n').map((line) => ({ words: words(line).map(asHeard) })),
    })),
  };
}

const sentences = (...turns: string[]) =>
  sentencesOf(transcript(...turns)).map((sentence) => {
    return `${sentence.turn}: ${sentence.words.map(({ text }) => text).join(' ')}`;
  });

test('sentences end after a full stop, with the paragraph and with the turn', () => {
  expect(sentences('Is it loam? No. Clay', 'And\nhair')).toEqual([
    '0: Is it loam?',
    '0: No.',
    '0: Clay',
    '1: And',
    '1: hair',
  ]);
});

test.each([
  'He said "no." Then he left.',
  'He said “no!” Then he left.',
  'Řekl „ne.“ Potom odešel.',
  'He left (at last.) Then we ate.',
  'He left… Then we ate.',
  'كيف؟ جيد جدا اليوم',
])('%s is two sentences', (text) => {
  expect(sentences(text)).toHaveLength(2);
});

test.each([
  'Ask Dr. Novak or Mr. Smith',
  'It was J. K. Rowling e.g. or i.e. nobody',
  'Version 1.1 of it',
])('%s is one sentence', (text) => {
  expect(sentences(text)).toHaveLength(1);
});

test('stage directions are left out, and end nothing', () => {
  expect(sentences('Well, [laughs.] yes. [sighs]', '[music]')).toEqual(['0: Well, yes.']);
});

test.each([
  ['yes,', true],
  ['yes.', true],
  ['yes —', true],
  ['yes,”', true],
  ['(yes;)', true],
  ['yes', false],
  ['yes”', false],
  ['well-known', false],
])('a voice may rest after %j: %s', (text, rests) => {
  expect(restsAfter(text)).toBe(rests);
});
