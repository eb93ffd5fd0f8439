import { beforeAll, describe, expect, test } from 'vitest';
import type { Aligned } from '../../src/align/align.ts';
import { sampleRate } from '../../src/align/sample-rate.ts';
import { type Transcript, untimed, type Word, wordsOf } from '../../src/episode/transcript.ts';
import { readTranscript } from '../../src/transcript/read.ts';
import { writeTranscript } from '../../src/transcript/write.ts';
import { alignSound, type Interview, readInterview, realignSound, startsOf } from './interview.ts';

let interview: Interview;
let right: Aligned;
/** As it was published first: one word is wrong, one is missing, one nobody says. */
let wrong: Aligned;
const [misheard, missing, extra] = [12, 25, 40];

beforeAll(async () => {
  interview = await readInterview(24);
  const { sound, transcript } = interview;
  right = await alignSound(sound, transcript);
  wrong = await alignSound(
    sound,
    eachWord(transcript, (word, at) => {
      if (at === misheard) return [untimed('umbrella')];
      if (at === missing) return [];
      return at === extra ? [word, untimed('tomorrow')] : [word];
    }),
  );
});

describe('a corrected transcript', () => {
  let made: Transcript;
  beforeAll(async () => {
    made = (await realigned(interview.transcript)).transcript;
  });

  test('keeps the times of all other words to the digit', () => {
    const others = (transcript: Transcript, ...which: number[]) =>
      [...wordsOf(transcript)].filter((_, at) => !which.includes(at));
    expect(others(made, misheard, missing)).toEqual(others(wrong.transcript, misheard, extra));
  });

  test('has its new words where a whole alignment puts them', () => {
    const [was, is] = [startsOf(right.transcript), startsOf(made)];
    expect(is[misheard]).toBeCloseTo(was[misheard] ?? 0, 1);
    // The sound of a word that was missing may have been given to its neighbours.
    expect([null, expect.closeTo(was[missing] ?? 0, 1)]).toContainEqual(is[missing]);
    const timed = [...wordsOf(made)].filter(({ start }) => start !== null);
    for (const [at, { start }] of timed.entries()) {
      expect(start).toBeGreaterThanOrEqual(timed[at - 1]?.end ?? 0);
    }
  });
});

test('where only punctuation, turns and speakers changed, nothing is listened to', async () => {
  const paragraphs = [...wordsOf(right.transcript)].map(({ text }) => ({
    words: [untimed(`“${text.toUpperCase()}”,`)],
  }));
  const transcript = { ...interview.transcript, turns: [{ speakers: ['X'], paragraphs }] };
  const made = await realignSound(unheard(), transcript, right);
  expect(made?.alignment).toEqual(right.alignment);
  expect(timesOf(made?.transcript)).toEqual(timesOf(right.transcript));
});

test('captions made of it and corrected by hand keep the times of its words', async () => {
  const vtt = writeTranscript(right.transcript, 'vtt');
  const last = [...wordsOf(right.transcript)].at(-2)?.text ?? '';
  const edited = vtt.replace(new RegExp(`${last}(?!.*${last})`, 's'), 'umbrella');
  expect(edited).not.toBe(vtt);
  const { transcript } = readTranscript(Buffer.from(edited), 'edited.vtt');
  const made = await realigned({ ...transcript, language: interview.transcript.language }, right);
  const [was, is] = [timesOf(right.transcript), timesOf(made.transcript)];
  expect(is.toSpliced(-2, 1)).toEqual(was.toSpliced(-2, 1));
});

test('what is no longer written is told of', async () => {
  const [from = 0, to = 0] = [interview.lines[1], interview.lines[2]].map((line) => line?.word);
  const without = eachWord(interview.transcript, (word, at) =>
    at >= from && at < to ? [] : [word],
  );
  const made = await realigned(without, right);
  const { start = 0 } = interview.lines[1] ?? {};
  expect(made.alignment.unwritten[0]).toMatchObject({ heard: 'speech' });
  expect(made.alignment.unwritten[0]?.start).toBeCloseTo(start, 0);
  expect(made.alignment).toMatchObject({ words: startsOf(without).length, unspoken: [] });
});

test('another transcript is left to be aligned anew, and no sound is taken', async () => {
  const other = eachWord(interview.transcript, (word, at) =>
    at % 2 ? [word] : [untimed('umbrella')],
  );
  expect(await realignSound(unheard(), other, right)).toBeNull();
  const elsewhere = { ...interview.transcript, language: 'de' };
  expect(await realignSound(unheard(), elsewhere, right)).toBeNull();
  const refused = { ...right, alignment: { ...right.alignment, verdict: 'refused' as const } };
  expect(await realignSound(unheard(), interview.transcript, refused)).toBeNull();
});

async function realigned(transcript: Transcript, before = wrong): Promise<Aligned> {
  const made = await realignSound(inBlocks(interview.sound), transcript, before);
  if (made === null) throw new Error('it was left to be aligned anew');
  return made;
}

function* inBlocks(sound: Int16Array) {
  for (let at = 0; at < sound.length; at += sampleRate) yield sound.slice(at, at + sampleRate);
}

// biome-ignore lint/correctness/useYield: the first block is what nobody should ask for.
function* unheard(): Generator<Int16Array> {
  throw new Error('somebody listened');
}

function timesOf(transcript: Transcript | undefined) {
  if (transcript === undefined) return [];
  return Array.from(wordsOf(transcript), ({ start, end, confidence }) => [start, end, confidence]);
}

function eachWord(transcript: Transcript, change: (word: Word, at: number) => Word[]): Transcript {
  let at = 0;
  const turns = transcript.turns.map((turn) => ({
    ...turn,
    paragraphs: turn.paragraphs.map(({ words }) => ({
      words: words.flatMap((word) => change({ ...word }, at++)),
    })),
  }));
  return { ...transcript, turns };
}
