import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, listIn, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { endAfter, timeIn } from '../time-value.ts';

/**
 * Azure Speech: `recognizedPhrases` of a batch, timed in ticks of 100 ns and in ISO 8601 durations, with the
 * best reading first in `nBest`; or the `phrases` of a fast transcription, timed in milliseconds. Words as
 * displayed are preferred to words as heard, which have no punctuation.
 */
export const azureSpeech: Dialect = { name: 'Azure Speech', fits, read };

function fits(json: unknown): boolean {
  return phrasesIn(json)
    .slice(0, 1000)
    .some((phrase) => textOf(phrase) !== null);
}

function read(json: unknown, report: Report): Spoken {
  const phrases = phrasesIn(json);
  const channels = new Set(phrases.map(({ channel }) => channel));
  const passages = phrases.map((phrase, index): Passage => {
    const called = `Segment ${index + 1}`;
    const speakers = speakerIn(phrase.speaker);
    const channel = channels.size > 1 ? speakerIn(phrase.channel, 'Channel') : [];
    const label = [...channel, ...speakers].join(', ');
    const words = wordsIn(phrase).map((word) => wordOf(word, called, report));
    const text = textOf(phrase);
    return {
      called,
      speakers: label ? [label] : [],
      ...timesOf(phrase, called, report),
      text,
      words,
    };
  });
  const language = languageTag(phrases[0]?.locale);
  return channels.size > 1 ? { passages, language, parallel: true } : { passages, language };
}

function phrasesIn(json: unknown): Fields[] {
  return recordsIn(at(json, 'recognizedPhrases') ?? at(json, 'phrases'));
}

function textOf(phrase: Fields): string | null {
  return textIn(at(bestOf(phrase), 'display') ?? phrase.text);
}

function wordsIn(phrase: Fields): Fields[] {
  const best = bestOf(phrase);
  const displayed = recordsIn(at(best, 'displayWords'));
  return displayed.length > 0 ? displayed : recordsIn(at(best, 'words') ?? phrase.words);
}

function wordOf(word: Fields, called: string, report: Report): SaidWord {
  const text = textIn(word.displayText ?? word.word ?? word.text) ?? '';
  return { text, ...timesOf(word, called, report), confidence: confidenceIn(word.confidence) };
}

function timesOf(
  item: Fields,
  called: string,
  report: Report,
): { start: number | null; end: number | null } {
  const start = timeOf(item, 'offset', called, report);
  return { start, end: endAfter(start, timeOf(item, 'duration', called, report)) };
}

function timeOf(item: Fields, key: string, called: string, report: Report): number | null {
  const milliseconds = item[`${key}Milliseconds`] ?? item[`${key}InMs`];
  if (milliseconds !== undefined) return timeIn(milliseconds, 1000, called, report);
  return timeIn(item[`${key}InTicks`] ?? item[key], 1e7, called, report);
}

function bestOf(phrase: Fields): unknown {
  return listIn(phrase.nBest)[0];
}
