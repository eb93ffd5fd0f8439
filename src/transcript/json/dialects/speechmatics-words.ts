import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, firstOf, isRecord, recordsIn, textIn } from '../fields.ts';
import { rangeAt, type SpeakerRange } from '../range-at.ts';
import { speakerIn } from '../speaker-value.ts';
import { endAfter, timeIn } from '../time-value.ts';
import { wholeTalk } from '../whole-talk.ts';

/**
 * Speechmatics before its second version: `{"words": [{name, time, duration}], "speakers": [{name, time,
 * duration}]}`, numbers in strings, punctuation as words of its own that follow what they belong to.
 */
export const speechmaticsWords: Dialect = { name: 'Speechmatics 1.0', fits, read };

function fits(json: unknown): boolean {
  return firstOf(at(json, 'words')).some(
    (word) => isRecord(word) && textIn(word.name) !== null && 'time' in word && 'duration' in word,
  );
}

function read(json: unknown, report: Report): Spoken {
  const ranges = rangesIn(json, report);
  const words = recordsIn(at(json, 'words')).map((item, index): SaidWord => {
    const called = `Word ${index + 1}`;
    const text = textIn(item.name) ?? '';
    const start = timeIn(item.time, 1, called, report);
    const end = endAfter(start, timeIn(item.duration, 1, called, report));
    const word = { text, start, end, confidence: confidenceIn(item.confidence) };
    if (/^[.,!?;:…。，、！？]+$/.test(text)) return { ...word, joins: 'before' };
    const speakers = ranges[rangeAt(ranges, start)]?.speakers;
    return speakers === undefined ? word : { ...word, speakers };
  });
  return { passages: [wholeTalk(words)], language: languageTag(at(json, 'job', 'lang')) };
}

function rangesIn(json: unknown, report: Report): SpeakerRange[] {
  const ranges: SpeakerRange[] = [];
  for (const { name, time, duration } of recordsIn(at(json, 'speakers'))) {
    const start = timeIn(time, 1, 'A speaker', report);
    const end = endAfter(start, timeIn(duration, 1, 'A speaker', report));
    if (start !== null) ranges.push({ start, end: end ?? start, speakers: speakerIn(name) });
  }
  return ranges.sort((one, other) => one.start - other.start);
}
