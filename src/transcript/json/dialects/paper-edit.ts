import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, recordsIn, textIn } from '../fields.ts';
import { rangeAt, type SpeakerRange } from '../range-at.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';
import { wholeTalk } from '../whole-talk.ts';

/**
 * What editors of paper edits keep: the BBC's, `{"words": [{text, start, end}], "paragraphs": [{start, end,
 * speaker}]}`, and autoEdit's, `{"text": [{speaker, paragraph: [{line: [{text, startTime, endTime}]}]}]}`.
 */
export const paperEdit: Dialect = { name: 'autoEdit and the BBC’s paper edits', fits, read };

function fits(json: unknown): boolean {
  if (!isRecord(json)) return false;
  const words = firstOf(json.words).some((word) => textIn(at(word, 'text')) !== null);
  return (
    (words && firstOf(json.paragraphs).some((item) => at(item, 'start') !== undefined)) ||
    firstOf(json.text).some((item) => Array.isArray(at(item, 'paragraph')))
  );
}

function read(json: unknown, report: Report): Spoken {
  const passages = Array.isArray(at(json, 'text'))
    ? editsOf(json, report)
    : [wordsOf(json, report)];
  return { passages, language: null };
}

function wordsOf(json: unknown, report: Report): Passage {
  const ranges: SpeakerRange[] = [];
  for (const item of recordsIn(at(json, 'paragraphs'))) {
    const start = timeIn(item.start, 1, 'A paragraph', report);
    const end = timeIn(item.end, 1, 'A paragraph', report) ?? start;
    if (start !== null && end !== null)
      ranges.push({ start, end, speakers: speakerIn(item.speaker) });
  }
  ranges.sort((one, other) => one.start - other.start);
  let current = -1;
  const words = recordsIn(at(json, 'words')).map((item, index): SaidWord => {
    const word = wordOf(item, item.start, item.end, `Word ${index + 1}`, report);
    const found = rangeAt(ranges, word.start);
    const speakers = ranges[found]?.speakers;
    if (speakers === undefined) return word;
    const opensParagraph = found !== current;
    current = found;
    return { ...word, speakers, opensParagraph };
  });
  return wholeTalk(words);
}

function editsOf(json: unknown, report: Report): Passage[] {
  const passages: Passage[] = [];
  for (const { speaker, paragraph } of recordsIn(at(json, 'text'))) {
    for (const { line } of recordsIn(paragraph)) {
      const called = `Segment ${passages.length + 1}`;
      const words = recordsIn(line).map((item) =>
        wordOf(item, item.startTime, item.endTime, called, report),
      );
      const speakers = speaker === 'Unnamed Speaker' ? [] : speakerIn(speaker);
      const text = null;
      passages.push({
        called,
        speakers,
        start: null,
        end: null,
        text,
        words,
        opensParagraph: true,
      });
    }
  }
  return passages;
}

function wordOf(
  item: Fields,
  from: unknown,
  to: unknown,
  called: string,
  report: Report,
): SaidWord {
  const start = timeIn(from, 1, called, report);
  const end = timeIn(to, 1, called, report);
  return { text: textIn(item.text) ?? '', start, end, confidence: null };
}
