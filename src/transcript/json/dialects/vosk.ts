import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, Spoken } from '../dialect.ts';
import { at, firstOf, listIn, recordsIn, textIn } from '../fields.ts';
import { timeIn } from '../time-value.ts';

/**
 * Vosk, `{"text", "result": [{word, start, end, conf}]}`: one such object, or one for each utterance, in a list
 * or a line each. Where it gives `alternatives`, the first is the best.
 */
export const vosk: Dialect = { name: 'Vosk', fits, read };

function fits(json: unknown): boolean {
  return firstOf(utterancesIn(json)).some((item) =>
    listIn(at(bestOf(item), 'result')).some(isWord),
  );
}

function isWord(word: unknown): boolean {
  return textIn(at(word, 'word')) !== null;
}

function read(json: unknown, report: Report): Spoken {
  const passages = utterancesIn(json).map((item, index): Passage => {
    const called = `Segment ${index + 1}`;
    const best = bestOf(item);
    const words = recordsIn(at(best, 'result')).map((word) => ({
      text: textIn(word.word) ?? '',
      start: timeIn(word.start, 1, called, report),
      end: timeIn(word.end, 1, called, report),
      confidence: confidenceIn(word.conf),
    }));
    return { called, speakers: [], start: null, end: null, text: textIn(at(best, 'text')), words };
  });
  return { passages, language: null };
}

function utterancesIn(json: unknown): unknown[] {
  return Array.isArray(json) ? json : [json];
}

function bestOf(item: unknown): unknown {
  return listIn(at(item, 'alternatives'))[0] ?? item;
}
