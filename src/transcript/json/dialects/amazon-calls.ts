import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, firstOf, isRecord, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';

/** Amazon Transcribe's analysis of calls: `{"Transcript": [{ParticipantRole, Content, Items}]}`, milliseconds. */
export const amazonCalls: Dialect = { name: 'Amazon Transcribe Call Analytics', fits, read };

function fits(json: unknown): boolean {
  return firstOf(at(json, 'Transcript')).some((item) => isRecord(item) && 'Content' in item);
}

function read(json: unknown, report: Report): Spoken {
  const passages = recordsIn(at(json, 'Transcript')).map((turn, index): Passage => {
    const called = `Segment ${index + 1}`;
    return {
      called,
      speakers: speakerIn(turn.ParticipantRole ?? turn.ParticipantId),
      start: timeIn(turn.BeginOffsetMillis, 1000, called, report),
      end: timeIn(turn.EndOffsetMillis, 1000, called, report),
      text: textIn(turn.Content),
      words: recordsIn(turn.Items).map((item): SaidWord => {
        const word = {
          text: textIn(item.Content) ?? '',
          start: timeIn(item.BeginOffsetMillis, 1000, called, report),
          end: timeIn(item.EndOffsetMillis, 1000, called, report),
          confidence: confidenceIn(item.Confidence),
        };
        return item.Type === 'punctuation' ? { ...word, joins: 'before' } : word;
      }),
    };
  });
  return { passages, language: languageTag(at(json, 'LanguageCode')), parallel: true };
}
