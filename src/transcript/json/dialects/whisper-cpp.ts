import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';
import { wholeTalk } from '../whole-talk.ts';

/**
 * whisper.cpp, `{"transcription": [{timestamps, offsets, text, tokens}]}`. Offsets are milliseconds, and
 * tokens (`-ojf`) are parts of words. With `-ml 1` each segment is such a part itself: the file is then read
 * as one list of them, since a part without a space before it belongs to the one before.
 */
export const whisperCpp: Dialect = { name: 'whisper.cpp', fits, read };

function fits(json: unknown): boolean {
  return recordsIn(firstOf(at(json, 'transcription'))).some(
    (item) => 'offsets' in item || 'timestamps' in item,
  );
}

function read(json: unknown, report: Report): Spoken {
  const items = recordsIn(at(json, 'transcription'));
  const language = languageTag(at(json, 'result', 'language') ?? at(json, 'params', 'language'));
  if (inParts(items)) return { passages: [joinParts(items, report)], language };
  const passages = items.map((item, index): Passage => {
    const called = `Segment ${index + 1}`;
    const turns = items[index - 1]?.speaker_turn_next === true;
    const passage = {
      called,
      speakers: speakerIn(item.speaker),
      start: timeOf(item, 'from', called, report),
      end: timeOf(item, 'to', called, report),
      text: textIn(item.text),
      words: tokensIn(item, called, report),
    };
    return turns ? { ...passage, opensParagraph: true } : passage;
  });
  return { passages, language };
}

function tokensIn(item: Fields, called: string, report: Report): SaidWord[] {
  const tokens = recordsIn(item.tokens).filter(({ text }) => !/^\[_.*\]$/.test(textIn(text) ?? ''));
  return tokens.map((token) => ({
    text: textIn(token.text) ?? '',
    start: timeOf(token, 'from', called, report),
    end: timeOf(token, 'to', called, report),
    confidence: confidenceIn(token.p),
  }));
}

function timeOf(item: Fields, key: 'from' | 'to', called: string, report: Report): number | null {
  const offset = at(item, 'offsets', key);
  if (offset !== undefined) return timeIn(offset, 1000, called, report);
  return timeIn(at(item, 'timestamps', key), 1, called, report);
}

/** Whether nearly no segment has more than a word, and spaces before some tell where words begin. */
function inParts(items: Fields[]): boolean {
  const texts = items.map(({ text }) => textIn(text) ?? '');
  const single = texts.filter((text) => !/\S\s+\S/.test(text)).length;
  const spaced = texts.filter((text) => text.startsWith(' ')).length;
  return items.length > 3 && single >= items.length * 0.95 && spaced >= items.length / 5;
}

function joinParts(items: Fields[], report: Report): Passage {
  const words = items.map((item, index): SaidWord => {
    const called = `Segment ${index + 1}`;
    const start = timeOf(item, 'from', called, report);
    const end = timeOf(item, 'to', called, report);
    const speakers = speakerIn(item.speaker);
    return { text: textIn(item.text) ?? '', start, end, confidence: null, speakers };
  });
  const text = words.map((word) => word.text).join('');
  return wholeTalk(words, text);
}
