import { beforeAll, describe, expect, test } from 'vitest';
import { sampleRate } from '../../src/align/sample-rate.ts';
import { type Transcript, type Turn, type Word, wordsOf } from '../../src/episode/transcript.ts';
import { alignSound, type Interview, plain, readInterview, startsOf } from './interview.ts';

const seconds = 24;
let interview: Interview;
let aligned: Transcript;
let starts: (number | null)[];

beforeAll(async () => {
  interview = await readInterview(seconds);
  aligned = (await alignSound(interview.sound, interview.transcript)).transcript;
  starts = startsOf(aligned);
});

describe('a transcript of its recording', () => {
  test('has every word timed, and each line where its voice begins', () => {
    const late = interview.lines.map(({ word, start }) => (starts[word] ?? 1e9) - start);
    expect(interview.lines.length).toBeGreaterThan(4);
    expect(starts).not.toContain(null);
    expect(Math.max(...late.map(Math.abs))).toBeLessThan(0.1);
  });

  test('keeps its words and turns as they were', () => {
    const untimed = structuredClone(aligned);
    for (const word of wordsOf(untimed))
      Object.assign(word, { start: null, end: null, confidence: null });
    expect(untimed).toEqual(interview.transcript);
  });

  test('has times that never go back and stay within the recording', () => {
    let before = 0;
    for (const { start, end, confidence } of wordsOf(aligned)) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThan(start ?? 0);
      expect(end).toBeLessThanOrEqual(seconds);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      before = start ?? 0;
    }
  });

  test('has the same times on every run', async () => {
    const again = await alignSound(interview.sound, interview.transcript);
    expect(again.transcript).toEqual(aligned);
  });

  test('is shifted as its recording is', async () => {
    const shift = 2;
    const later = new Int16Array(interview.sound.length + shift * sampleRate);
    later.set(interview.sound, shift * sampleRate);
    const shifted = startsOf((await alignSound(later, interview.transcript)).transcript);
    const apart = shifted.map((start, at) => Math.abs((start ?? 1e9) - shift - (starts[at] ?? 0)));
    expect(Math.max(...apart)).toBeLessThan(0.011);
  });
});

describe('what is on one side only', () => {
  test('a word that is not written changes only its neighbours', async () => {
    const at = 20;
    const without = keep(interview.transcript, (_, index) => index !== at);
    const others = startsOf((await alignSound(interview.sound, without)).transcript);
    const moved = others.flatMap((start, index) => {
      const was = starts[index < at ? index : index + 1];
      return Math.abs((start ?? 1e9) - (was ?? 0)) > 0.011 ? [index] : [];
    });
    expect(moved.filter((index) => index < at - 2 || index > at + 1)).toEqual([]);
  });

  test('a sentence that nobody says has no times, and is told of', async () => {
    const nobody = plain(
      'Between the lighthouse and the bakery seven camels waited for rain.',
    ).turns;
    const turns = interview.transcript.turns.toSpliced(2, 0, ...nobody);
    const { transcript, alignment } = await alignSound(interview.sound, {
      ...interview.transcript,
      turns,
    });
    expect(startsOf({ ...transcript, turns: [transcript.turns[2] as Turn] })).toEqual(
      new Array(11).fill(null),
    );
    expect(alignment.unspoken.map(({ words, begins }) => [words, begins])).toEqual([
      [11, 'Between the lighthouse and the bakery seven camels …'],
    ]);
    expect(alignment.found).toBe(starts.length);
  });

  test('speech that is not written is told of', async () => {
    const turns = interview.transcript.turns.slice(1);
    const { alignment } = await alignSound(interview.sound, { ...interview.transcript, turns });
    const [first] = alignment.unwritten;
    const begins = interview.lines.find(({ start }) => start > 14)?.start ?? 0;
    expect(first?.heard).toBe('speech');
    expect(first?.start).toBeLessThan(3);
    expect(first?.end).toBeCloseTo(begins, 0);
  });
});

describe('a transcript of something else', () => {
  test('has no times, and the reason is told', async () => {
    const other = plain(
      'The ferry leaves at seven from the northern pier.',
      'Nobody remembers when the last train came through here.',
      'My grandmother kept bees behind the chapel for thirty summers.',
      'They say the river was twice as wide before the dam.',
      'In winter we skated all the way to the next village.',
      'Honey from the heather is darker than any other.',
    );
    const { transcript, alignment } = await alignSound(interview.sound, other);
    expect(transcript).toEqual(other);
    expect(alignment.verdict).toBe('refused');
    expect(alignment.reason).toMatch(/^Its sentences are not heard/);
  });

  test('keeps the times that it brought', async () => {
    const other = plain('Honey from the heather is darker than any other.', 'So it is.');
    const [word] = other.turns[0]?.paragraphs[1]?.words ?? [];
    Object.assign(word as Word, { start: 12, end: 12.5 });
    const { transcript, alignment } = await alignSound(interview.sound, other);
    expect(transcript).toEqual(other);
    expect(alignment.verdict).toBe('refused');
  });
});

describe('times that a transcript brought', () => {
  test('a mark that is wrong is found out, and the others agree', async () => {
    const marked = structuredClone(interview.transcript);
    const words = [...wordsOf(marked)];
    const [first, second, third] = [1, 2, 4].map((at) => interview.lines[at]) as [Line, Line, Line];
    Object.assign(words[first.word] as Word, { start: Math.floor(first.start) });
    Object.assign(words[second.word] as Word, { start: Math.floor(second.start) + 9 });
    Object.assign(words[third.word] as Word, { start: Math.floor(third.start) });
    const { transcript, alignment } = await alignSound(interview.sound, marked);
    expect(startsOf(transcript)).toEqual(starts);
    const given = Math.floor(second.start) + 9;
    expect(alignment.shifts).toEqual([{ start: given, end: given, late: expect.closeTo(9, -1) }]);
  });

  test('captions that run late from some point on are told of, and kept', async () => {
    const captions = structuredClone(aligned);
    for (const word of wordsOf(captions)) {
      const late = (word.start ?? 0) > 20 ? 1.8 : 0;
      Object.assign(word, { start: (word.start ?? 0) + late, end: (word.end ?? 0) + late });
    }
    const { transcript, alignment } = await alignSound(interview.sound, captions);
    expect(transcript).toEqual(captions);
    expect(alignment.verdict).toBe('compared');
    expect(alignment.shifts).toHaveLength(1);
    expect(alignment.shifts[0]?.late).toBeCloseTo(1.8, 1);
    expect(alignment.shifts[0]?.start).toBeGreaterThan(20);
    expect(alignment.shifts[0]?.start).toBeLessThan(26);
  });
});

test('a stop is heeded', async () => {
  const { sound, transcript } = interview;
  const stopped = alignSound(sound, transcript, 'en', AbortSignal.abort());
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
});

type Line = Interview['lines'][number];

function keep(transcript: Transcript, which: (word: Word, index: number) => boolean): Transcript {
  let index = 0;
  return {
    ...transcript,
    turns: transcript.turns.map((turn) => ({
      ...turn,
      paragraphs: turn.paragraphs.map(({ words }) => ({
        words: words.filter((word) => which(word, index++)),
      })),
    })),
  };
}
