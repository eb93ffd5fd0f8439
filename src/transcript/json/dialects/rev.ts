import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';

/**
 * Rev and Temi, `{"speakers", "monologues": [{speaker, elements: [{type, value, ts, end_ts}]}]}`. Elements are
 * words and what stands between them, spaces too, so that joined they are the text. Speakers are numbered
 * from 0, and may be named in `speakers` or `speaker_info`. Each monologue is a paragraph.
 */
export const rev: Dialect = { name: 'Rev', fits, read };

function fits(json: unknown): boolean {
  const monologues = at(json, 'monologues');
  return (
    Array.isArray(monologues) && (monologues.length === 0 || firstOf(monologues).some(hasElements))
  );
}

function hasElements(item: unknown): boolean {
  return isRecord(item) && Array.isArray(item.elements);
}

function read(json: unknown, report: Report): Spoken {
  const names = new Map<string, unknown>();
  for (const { id, name } of recordsIn(at(json, 'speakers'))) names.set(String(id), name);
  const passages = recordsIn(at(json, 'monologues')).map((monologue, index): Passage => {
    const called = `Segment ${index + 1}`;
    const elements = recordsIn(monologue.elements);
    const named =
      at(monologue, 'speaker_info', 'display_name') || names.get(String(monologue.speaker));
    return {
      called,
      speakers: speakerIn(named || monologue.speaker),
      start: null,
      end: null,
      text: elements.map(({ value }) => textIn(value) ?? '').join(''),
      words: elements.map((element) => wordOf(element, called, report)),
      opensParagraph: true,
    };
  });
  return { passages, language: languageTag(at(json, 'language')) };
}

function wordOf(element: Fields, called: string, report: Report): SaidWord {
  return {
    text: textIn(element.value) ?? '',
    start: timeIn(element.ts, 1, called, report),
    end: timeIn(element.end_ts, 1, called, report),
    confidence: confidenceIn(element.confidence),
  };
}
