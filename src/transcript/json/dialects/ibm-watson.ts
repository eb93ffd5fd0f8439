import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, listIn, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';

/**
 * IBM Watson, `{"results": [{alternatives: [{transcript, timestamps: [[word, start, end]],
 * word_confidence}]}], "speaker_labels": [{from, to, speaker}]}`. Speaker labels go with words by the time
 * at which both start. An asynchronous job wraps all this once more in `results`.
 */
export const ibmWatson: Dialect = { name: 'IBM Watson', fits, read };

function fits(json: unknown): boolean {
  return blocksIn(json).some(({ results, speaker_labels }) =>
    firstOf(results).some((result) => {
      const best = bestOf(result);
      if (textIn(at(best, 'transcript')) === null || at(best, 'words') !== undefined) return false;
      const marked = at(best, 'timestamps') !== undefined || at(result, 'final') !== undefined;
      return marked || Array.isArray(speaker_labels);
    }),
  );
}

function read(json: unknown, report: Report): Spoken {
  const passages: Passage[] = [];
  for (const block of blocksIn(json)) {
    const speakers = speakersIn(block);
    const results = recordsIn(block.results);
    const settled = results.some((result) => result.final === true);
    for (const [index, result] of results.entries()) {
      const called = `Segment ${index + 1}`;
      if (settled && result.final === false) {
        report(`${called} is an interim result beside final ones; it is left out.`);
        continue;
      }
      const best = bestOf(result);
      const words = wordsIn(best, speakers, called, report);
      const text = textIn(at(best, 'transcript'));
      passages.push({ called, speakers: [], start: null, end: null, text, words });
    }
  }
  return { passages, language: null };
}

function blocksIn(json: unknown): Fields[] {
  if (!isRecord(json)) return [];
  const inside = recordsIn(json.results).filter(({ results }) => Array.isArray(results));
  return inside.length > 0 ? inside : [json];
}

function wordsIn(
  best: unknown,
  speakerOf: Map<unknown, string[]>,
  called: string,
  report: Report,
): SaidWord[] {
  const sureness = listIn(at(best, 'word_confidence'));
  return listIn(at(best, 'timestamps')).map((item, index) => {
    const [text, from, to] = listIn(item);
    const [, sure] = listIn(sureness[index]);
    const start = timeIn(from, 1, called, report);
    const end = timeIn(to, 1, called, report);
    const word = { text: textIn(text) ?? '', start, end, confidence: confidenceIn(sure) };
    const speakers = speakerOf.get(start);
    return speakers === undefined ? word : { ...word, speakers };
  });
}

function speakersIn(block: Fields): Map<unknown, string[]> {
  const speakers = new Map<unknown, string[]>();
  for (const { from, speaker } of recordsIn(block.speaker_labels)) {
    speakers.set(Number(from), speakerIn(speaker));
  }
  return speakers;
}

function bestOf(result: unknown): unknown {
  return listIn(at(result, 'alternatives'))[0];
}
