import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';

/**
 * AssemblyAI, `{"text", "words": [{text, start, end, confidence, speaker}], "utterances"}`: milliseconds, and
 * a letter for each speaker. Utterances are what one speaker says; they have the same words again. Gladia's
 * utterances are alike, but count seconds and say `word`.
 */
export const assemblyAi: Dialect = { name: 'AssemblyAI (also Gladia)', fits, read };

function fits(json: unknown): boolean {
  if (!isRecord(json)) return false;
  const words = [...recordsIn(firstOf(json.words)), ...recordsIn(firstOf(json.utterances))];
  if (!words.some(({ text, start }) => textIn(text) !== null && start !== undefined)) return false;
  if (words.some(({ type }) => type !== undefined)) return false;
  return marks.some((key) => key in json) || inMilliseconds(words);
}

/** Keys of AssemblyAI's own. */
const marks = ['audio_url', 'acoustic_model', 'speech_model', 'audio_duration', 'utterances'];

/** Whole numbers by which words would last twenty seconds on average are no seconds. */
function inMilliseconds(words: Fields[]): boolean {
  let lasting = 0;
  for (const { start, end } of words) {
    if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
    lasting += Number(end) - Number(start);
  }
  return lasting / words.length >= 20;
}

/** Nobody counts parts of a millisecond, so a point says that times are seconds. */
function inSeconds(timed: Fields[]): boolean {
  const hasPoint = (time: unknown) => /\d\.\d/.test(textIn(time) ?? '');
  return timed.some(({ start, end }) => hasPoint(start) || hasPoint(end));
}

function read(json: unknown, report: Report): Spoken {
  const language = languageTag(at(json, 'language_code'));
  const words = recordsIn(at(json, 'words'));
  const utterances = recordsIn(at(json, 'utterances'));
  const inside = utterances.flatMap((one) => recordsIn(one.words));
  const unit = [words, utterances, inside].some(inSeconds) ? 1 : 1000;
  if (utterances.length > 0 && inside.length >= words.length) {
    const passages = utterances.map((one, index) => utteranceOf(one, index, unit, report));
    return { passages, language };
  }
  const said = words.map((word, index) => wordOf(word, unit, `Word ${index + 1}`, report));
  const text = textIn(at(json, 'text'));
  const called = 'The transcript';
  const whole = { called, speakers: [], start: null, end: null, text, words: said };
  return { passages: [whole], language };
}

function utteranceOf(utterance: Fields, index: number, unit: number, report: Report): Passage {
  const called = `Segment ${index + 1}`;
  return {
    called,
    speakers: speakerIn(utterance.speaker),
    start: timeIn(utterance.start, unit, called, report),
    end: timeIn(utterance.end, unit, called, report),
    text: textIn(utterance.text),
    words: recordsIn(utterance.words).map((word) => wordOf(word, unit, called, report)),
  };
}

function wordOf(word: Fields, unit: number, called: string, report: Report): SaidWord {
  const said: SaidWord = {
    text: textIn(word.text ?? word.word) ?? '',
    start: timeIn(word.start, unit, called, report),
    end: timeIn(word.end, unit, called, report),
    confidence: confidenceIn(word.confidence),
  };
  const speakers = speakerIn(word.speaker);
  return speakers.length === 0 ? said : { ...said, speakers };
}
