import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, recordsIn, textIn } from '../fields.ts';
import { endAfter, timeIn } from '../time-value.ts';

/**
 * YouTube's `json3`, `{"events": [{tStartMs, dDurationMs, segs: [{utf8, tOffsetMs}]}]}`. In captions that it
 * recognised itself, each seg is a word with its offset; how long such an event is shown says nothing of when
 * a word ends. Captions that people wrote are one seg, and may name who speaks.
 */
export const youtube: Dialect = { name: 'YouTube (json3)', fits, read };

function fits(json: unknown): boolean {
  return firstOf(at(json, 'events')).some((event) => Array.isArray(at(event, 'segs')));
}

function read(json: unknown, report: Report): Spoken {
  const events = recordsIn(at(json, 'events')).filter(({ segs }) => Array.isArray(segs));
  const heard = events.some((event) => recordsIn(event.segs).some(isTimed));
  const passages = events.map((event, index): Passage => {
    const called = `Segment ${index + 1}`;
    const segs = recordsIn(event.segs);
    const start = timeIn(event.tStartMs, 1000, called, report);
    const end = endAfter(start, timeIn(event.dDurationMs, 1000, called, report));
    const text = segs.map(({ utf8 }) => textIn(utf8) ?? '').join('');
    const words = heard ? segs.map((seg) => wordOf(seg, start, called, report)) : [];
    return { called, speakers: null, start, end, text, words };
  });
  return { passages, language: null, labelled: true };
}

function isTimed({ tOffsetMs }: Fields): boolean {
  return tOffsetMs !== undefined;
}

function wordOf(seg: Fields, event: number | null, called: string, report: Report): SaidWord {
  const start = endAfter(event, timeIn(seg.tOffsetMs ?? 0, 1000, called, report));
  return { text: textIn(seg.utf8) ?? '', start, end: null, confidence: null };
}
