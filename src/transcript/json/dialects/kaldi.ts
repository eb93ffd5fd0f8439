import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, recordsIn, textIn } from '../fields.ts';
import { rangeAt, type SpeakerRange } from '../range-at.ts';
import { speakerIn } from '../speaker-value.ts';
import { endAfter, timeIn } from '../time-value.ts';
import { wholeTalk } from '../whole-talk.ts';

/**
 * Kaldi as the BBC prints it: `{"punct", "words": [{word, punct, start, end, confidence}], "segmentation":
 * {segments: [{start, duration, speaker: {"@id"}}]}}`. A word is written as in its `punct`.
 */
export const kaldi: Dialect = { name: 'Kaldi', fits, read };

function fits(json: unknown): boolean {
  const segmented = at(json, 'segmentation') !== undefined;
  return firstOf(at(json, 'words')).some(
    (word) =>
      isRecord(word) &&
      'start' in word &&
      (textIn(word.punct ?? word.name) !== null || (segmented && textIn(word.word) !== null)),
  );
}

function read(json: unknown, report: Report): Spoken {
  const ranges = rangesIn(json, report);
  const words = recordsIn(at(json, 'words')).map((item, index): SaidWord => {
    const called = `Word ${index + 1}`;
    const start = timeIn(item.start, 1, called, report);
    const word = {
      text: textIn(item.punct ?? item.word ?? item.name) ?? '',
      start,
      end: timeIn(item.end, 1, called, report),
      confidence: confidenceIn(item.confidence),
    };
    const speakers = ranges[rangeAt(ranges, start)]?.speakers;
    return speakers === undefined ? word : { ...word, speakers };
  });
  const text = textIn(at(json, 'punct'));
  const whole = wholeTalk(words, text);
  return { passages: [whole], language: null };
}

function rangesIn(json: unknown, report: Report): SpeakerRange[] {
  const ranges: SpeakerRange[] = [];
  for (const segment of recordsIn(at(json, 'segmentation', 'segments'))) {
    const start = timeIn(segment.start, 1, 'A speaker', report);
    const end = endAfter(start, timeIn(segment.duration, 1, 'A speaker', report));
    if (start !== null) ranges.push({ start, end: end ?? start, speakers: labelOf(segment) });
  }
  return ranges.sort((one, other) => one.start - other.start);
}

function labelOf({ speaker }: Fields): string[] {
  return speakerIn(at(speaker, '@id') ?? speaker);
}
