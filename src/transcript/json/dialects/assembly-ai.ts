import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';

/**
 * AssemblyAI, `{"text", "words": [{text, start, end, confidence, speaker}], "utterances"}`: milliseconds, and
 * a letter for each speaker. Utterances are what one speaker says; they have the same words again.
 */
export const assemblyAi: Dialect = { name: 'AssemblyAI', fits, read };

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

function read(json: unknown, report: Report): Spoken {
  const language = languageTag(at(json, 'language_code'));
  const words = recordsIn(at(json, 'words'));
  const utterances = recordsIn(at(json, 'utterances'));
  const inside = utterances.reduce((count, one) => count + recordsIn(one.words).length, 0);
  if (utterances.length > 0 && inside >= words.length) {
    return { passages: utterances.map((one, index) => utteranceOf(one, index, report)), language };
  }
  const said = words.map((word, index) => wordOf(word, `Word ${index + 1}`, report));
  const text = textIn(at(json, 'text'));
  const called = 'The transcript';
  const whole = { called, speakers: [], start: null, end: null, text, words: said };
  return { passages: [whole], language };
}

function utteranceOf(utterance: Fields, index: number, report: Report): Passage {
  const called = `Segment ${index + 1}`;
  return {
    called,
    speakers: speakerIn(utterance.speaker),
    start: timeIn(utterance.start, 1000, called, report),
    end: timeIn(utterance.end, 1000, called, report),
    text: textIn(utterance.text),
    words: recordsIn(utterance.words).map((word) => wordOf(word, called, report)),
  };
}

function wordOf(word: Fields, called: string, report: Report): SaidWord {
  const said: SaidWord = {
    text: textIn(word.text) ?? '',
    start: timeIn(word.start, 1000, called, report),
    end: timeIn(word.end, 1000, called, report),
    confidence: confidenceIn(word.confidence),
  };
  const speakers = speakerIn(word.speaker);
  return speakers.length === 0 ? said : { ...said, speakers };
}
