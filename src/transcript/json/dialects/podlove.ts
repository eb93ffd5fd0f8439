import type { Dialect, Passage, Report, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, listIn, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';

/**
 * Podlove, a list of `{start, start_ms, end, end_ms, speaker, voice, text}`, or of `{speaker, voice, items}`
 * where what one voice says is grouped. The voice is the name in the transcript; the speaker is the number
 * of a contributor in Podlove Publisher and stands in where no voice is named.
 */
export const podlove: Dialect = { name: 'Podlove', fits, read };

function fits(json: unknown): boolean {
  return firstOf(json).some((item) => isLine(item) || listIn(at(item, 'items')).some(isLine));
}

function isLine(item: unknown): boolean {
  return textIn(at(item, 'text')) !== null && at(item, 'start_ms') !== undefined;
}

function read(json: unknown, report: Report): Spoken {
  const passages: Passage[] = [];
  for (const entry of recordsIn(json)) {
    const lines = Array.isArray(entry.items) ? recordsIn(entry.items) : [entry];
    for (const line of lines) {
      passages.push(passageOf(line, entry, `Segment ${passages.length + 1}`, report));
    }
  }
  return { passages, language: null };
}

function passageOf(line: Fields, entry: Fields, called: string, report: Report): Passage {
  const voice = speakerIn(line.voice ?? entry.voice);
  return {
    called,
    speakers: voice.length > 0 ? voice : speakerIn(line.speaker ?? entry.speaker),
    start: timeOf(line.start_ms, line.start, called, report),
    end: timeOf(line.end_ms, line.end, called, report),
    text: textIn(line.text),
    words: [],
  };
}

function timeOf(count: unknown, clock: unknown, called: string, report: Report): number | null {
  return count === undefined || count === null
    ? timeIn(clock, 1, called, report)
    : timeIn(count, 1000, called, report);
}
