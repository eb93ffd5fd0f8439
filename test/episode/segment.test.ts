import { describe, expect, test } from 'vitest';
import { segmentsOf, textOf } from '../../src/episode/segment.ts';
import type { Transcript, Turn, Word } from '../../src/episode/transcript.ts';

const word = (text: string, start: number | null = null, end: number | null = null): Word => ({
  text,
  start,
  end,
  confidence: null,
});
const turn = (speaker: string, ...paragraphs: Word[][]): Turn => ({
  speakers: [speaker],
  paragraphs: paragraphs.map((words) => ({ words })),
});
const transcript = (...turns: Turn[]): Transcript => ({ language: null, speakers: [], turns });
const plain = (...turns: Turn[]) =>
  segmentsOf(transcript(...turns)).map(({ turn, words, start, end }) => [
    turn.speakers[0],
    textOf(words),
    start,
    end,
  ]);

describe('segments of a transcript', () => {
  test('begin at each timed word', () => {
    expect(plain(turn('A', [word('one', 1, 2), word('two', 3, 4)]))).toEqual([
      ['A', 'one', 1, 2],
      ['A', 'two', 3, 4],
    ]);
  });

  test('of a cue last from its first word’s start to its last word’s end', () => {
    expect(plain(turn('A', [word('one', 1), word('two'), word('three', null, 4)]))).toEqual([
      ['A', 'one two three', 1, 4],
    ]);
  });

  test('keep a word without a time with the timed word before it, else with the first after it', () => {
    expect(
      plain(turn('A', [word('um'), word('one', 1, 2), word('er'), word('two', 3, 4)])),
    ).toEqual([
      ['A', 'um one er', 1, 2],
      ['A', 'two', 3, 4],
    ]);
  });

  test('give a turn without any time its neighbour’s stretch and its own speaker', () => {
    expect(
      plain(
        turn('A', [word('before')]),
        turn('B', [word('timed', 5, 6)]),
        turn('C', [word('after')]),
      ),
    ).toEqual([
      ['A', 'before', 5, 6],
      ['B', 'timed', 5, 6],
      ['C', 'after', 5, 6],
    ]);
  });

  test('without an end last until the next begins', () => {
    expect(plain(turn('A', [word('one', 1), word('two', 3)]))).toEqual([
      ['A', 'one', 1, 3],
      ['A', 'two', 3, 3],
    ]);
  });

  test('never end before they start', () => {
    expect(plain(turn('A', [word('one', 5, 4)]))).toEqual([['A', 'one', 5, 5]]);
  });

  test('are none where nothing has a time', () => {
    expect(plain(turn('A', [word('one'), word('two')]))).toEqual([]);
  });

  test('may be very many in one turn', () => {
    const words = Array.from({ length: 300_000 }, (_, at) => word('x', at, at + 1));
    expect(segmentsOf(transcript(turn('A', words)))).toHaveLength(300_000);
  });
});
