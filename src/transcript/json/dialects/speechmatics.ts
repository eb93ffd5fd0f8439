import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, listIn, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';
import { wholeTalk } from '../whole-talk.ts';

/**
 * Speechmatics, `{"results": [{type, start_time, end_time, alternatives: [{content, speaker}]}]}`. Results are
 * words, punctuation that says what it attaches to, and entities, which have their written form in
 * `alternatives` like a word. `UU` is a speaker it could not tell. In languages without spaces, its
 * `word_delimiter` is empty.
 */
export const speechmatics: Dialect = { name: 'Speechmatics', fits, read };

function fits(json: unknown): boolean {
  return firstOf(at(json, 'results')).some(
    (item) => isRecord(item) && types.has(item.type) && at(bestOf(item), 'content') !== undefined,
  );
}

const types = new Set<unknown>(['word', 'punctuation', 'entity']);

function read(json: unknown, report: Report): Spoken {
  const results = recordsIn(at(json, 'results')).filter(({ type }) => types.has(type));
  const unspaced = at(json, 'metadata', 'language_pack_info', 'word_delimiter') === '';
  const words = results.map((item, index) => wordOf(item, `Word ${index + 1}`, unspaced, report));
  const language = languageTag(
    at(json, 'metadata', 'transcription_config', 'language') ?? at(bestOf(results[0]), 'language'),
  );
  return { passages: [wholeTalk(words)], language };
}

function wordOf(item: Fields, called: string, unspaced: boolean, report: Report): SaidWord {
  const best = bestOf(item);
  const word: SaidWord = {
    text: textIn(at(best, 'content')) ?? '',
    start: timeIn(item.start_time, 1, called, report),
    end: timeIn(item.end_time, 1, called, report),
    confidence: confidenceIn(at(best, 'confidence')),
  };
  if (item.type === 'punctuation' && item.attaches_to !== 'none') {
    return { ...word, joins: item.attaches_to === 'next' ? 'after' : 'before' };
  }
  const speakers = speakerIn(at(best, 'speaker') ?? item.channel);
  return unspaced ? { ...word, speakers, joins: 'before' } : { ...word, speakers };
}

function bestOf(item: unknown): unknown {
  return listIn(at(item, 'alternatives'))[0];
}
