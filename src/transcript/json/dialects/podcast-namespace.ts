import { speakersIn } from '../../gather-turns.ts';
import { languageTag } from '../../language-tag.ts';
import { wordsIn } from '../../split-text.ts';
import type { Dialect, Passage, Report, Spoken } from '../dialect.ts';
import { at, firstOf, isRecord, listIn, textIn } from '../fields.ts';
import { timeIn } from '../time-value.ts';

/**
 * The podcast namespace, `{"version", "segments": [{speaker, startTime, endTime, body}]}`, where a segment is
 * a word or a phrase. Times are seconds, as numbers or as digits in a string, or null. A segment without a
 * `speaker` goes on with the one before it; an empty or null one is nobody's. Of a `confidence` (0–1), which
 * our own aligner adds, a segment of one word keeps the number.
 */
export const podcastNamespace: Dialect = { name: 'the podcast namespace', fits, read };

function fits(json: unknown): boolean {
  const list = segmentsIn(json);
  if (!Array.isArray(list)) return false;
  return list.length === 0 ? at(json, 'text') === undefined : firstOf(list).some(hasBody);
}

function read(json: unknown, report: Report): Spoken {
  const passages = listIn(segmentsIn(json)).map((item, index): Passage => {
    const called = `Segment ${index + 1}`;
    const body = textIn(at(item, 'body'));
    const start = timeIn(at(item, 'startTime'), 1, called, report);
    const end = timeIn(at(item, 'endTime'), 1, called, report);
    const speakers = speakersOf(at(item, 'speaker'));
    const confidence = confidenceOf(at(item, 'confidence'));
    return { called, speakers, start, end, text: body, words: [], confidence };
  });
  return { passages, language: languageTag(at(json, 'language')) };
}

function segmentsIn(json: unknown): unknown {
  return isRecord(json) ? json.segments : json;
}

function hasBody(item: unknown): boolean {
  return textIn(at(item, 'body')) !== null;
}

function speakersOf(speaker: unknown): string[] | null {
  if (speaker === undefined) return null;
  return speakersIn(wordsIn(textIn(speaker) ?? '').join(' '));
}

function confidenceOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : null;
}
