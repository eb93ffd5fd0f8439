import { languageTag } from '../../language-tag.ts';
import { wordsIn } from '../../split-text.ts';
import { alignWords } from '../align-words.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, listIn, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';
import { whisperLists } from './whisper-lists.ts';

/**
 * What Whisper and its kin write: segments of `{start, end, text}` in seconds, as a list or under `segments`,
 * with or without `words`. OpenAI's own program names a word's sureness `probability`, WhisperX `score` (and
 * leaves words that it could not align without times), whisper-timestamped `confidence`; Hugging Face says
 * `chunks` and `timestamp`; OpenAI's service gives words apart from the segments and without punctuation.
 * faster-whisper's tuples become lists when they are printed as JSON. Programs of people's own say
 * `start_time` or `data_start`, or give one `timestamp`, which is the start.
 */
export const whisper: Dialect = {
  name: 'Whisper (also faster-whisper, WhisperX, whisper-timestamped, Hugging Face)',
  fits,
  read,
};

function fits(json: unknown): boolean {
  const segments = whisperLists(firstOf(listOf(json)));
  return segments.some(isSegment) || firstOf(wordsApart(json)).some(isWord) || isBareText(json);
}

function read(json: unknown, report: Report): Spoken {
  const language = languageTag(at(json, 'language'));
  const segments = whisperLists(listOf(json)).map((item, index) => segmentOf(item, index, report));
  const apart = wordsApart(json).map((item, index) => wordOf(item, index, report));
  if (segments.length === 0) {
    const text = textIn(at(json, 'text'));
    const called = 'The transcript';
    const whole = { called, speakers: [], start: null, end: null, text, words: apart };
    return { passages: [whole], language };
  }
  if (segments.every(({ words }) => words.length === 0)) shareOut(apart, segments, report);
  return { passages: segments, language };
}

function listOf(json: unknown): unknown[] {
  return Array.isArray(json) ? json : listIn(at(json, 'segments') ?? at(json, 'chunks'));
}

function wordsApart(json: unknown): unknown[] {
  return listIn(at(json, 'words') ?? at(json, 'word_segments'));
}

function isSegment(item: unknown): boolean {
  if (!isRecord(item) || (textIn(item.text) === null && !Array.isArray(item.words))) return false;
  return ['words', 'timestamp', ...starts, ...ends].some((key) => key in item);
}

function isWord(item: unknown): boolean {
  if (!isRecord(item) || textIn(item.word ?? item.text) === null) return false;
  return ['timestamp', ...starts].some((key) => key in item);
}

const starts = ['start', 'start_time', 'startTime', 'data_start'];
const ends = ['end', 'end_time', 'endTime', 'data_end'];

/** When something begins and ends, by whichever key says so. */
function timesOf(
  item: unknown,
  called: string,
  report: Report,
): { start: number | null; end: number | null } {
  const timestamp = at(item, 'timestamp');
  const [from, to] = Array.isArray(timestamp) ? timestamp : [timestamp];
  return {
    start: timeIn(firstIn(item, starts) ?? from, 1, called, report),
    end: timeIn(firstIn(item, ends) ?? to, 1, called, report),
  };
}

function firstIn(item: unknown, keys: string[]): unknown {
  for (const key of keys) {
    const value = at(item, key);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** `{"text": "…"}`, all that OpenAI's service says unless it is asked for more. */
function isBareText(json: unknown): boolean {
  const known = ['text', 'task', 'language', 'duration', 'usage', 'segments', 'words', 'logprobs'];
  return isRecord(json) && typeof json.text === 'string' && keysAre(json, known);
}

function keysAre(fields: Fields, known: string[]): boolean {
  return Object.keys(fields).every((key) => known.includes(key));
}

function segmentOf(item: unknown, index: number, report: Report): Passage {
  const called = `Segment ${index + 1}`;
  const words = listIn(at(item, 'words'));
  return {
    called,
    speakers: speakerIn(at(item, 'speaker') ?? at(item, 'speaker_id')),
    ...timesOf(item, called, report),
    text: textIn(at(item, 'text')),
    words: recordsIn(words).map((word) => wordOf(word, index, report, called)),
  };
}

function wordOf(
  item: unknown,
  index: number,
  report: Report,
  called = `Word ${index + 1}`,
): SaidWord {
  const speaker = at(item, 'speaker') ?? at(item, 'speaker_id');
  const word: SaidWord = {
    text: textIn(at(item, 'word') ?? at(item, 'text')) ?? '',
    ...timesOf(item, called, report),
    confidence: confidenceIn(
      at(item, 'probability') ?? at(item, 'score') ?? at(item, 'confidence'),
    ),
  };
  return speaker === undefined || speaker === null
    ? word
    : { ...word, speakers: speakerIn(speaker) };
}

/** Gives each segment its part of a list of words that goes through all of them. */
function shareOut(apart: SaidWord[], segments: Passage[], report: Report): void {
  if (apart.length === 0) return;
  const texts = segments.map(({ text }) => wordsIn(text ?? ''));
  const { words, agrees } = alignWords(texts.flat(), apart);
  if (!agrees) report('The list of words differs from the text of the segments; the text is kept.');
  let from = 0;
  for (const [index, segment] of segments.entries()) {
    const to = from + texts[index]!.length;
    segment.words = words.slice(from, to);
    from = to;
  }
}
