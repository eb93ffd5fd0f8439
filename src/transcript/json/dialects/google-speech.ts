import { languageTag } from '../../language-tag.ts';
import { wordsIn } from '../../split-text.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, listIn, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';

/**
 * Google Speech-to-Text, both versions: `{"results": [{alternatives: [{transcript, words}]}]}`; of the
 * alternatives the first is the best. Where speakers are told apart, the last result has all words once
 * more, with their speakers, and the others have none.
 */
export const googleSpeech: Dialect = { name: 'Google Speech-to-Text', fits, read };

function fits(json: unknown): boolean {
  const results = at(json, 'results');
  if (!Array.isArray(results)) return false;
  return results.length === 0 || firstOf(results).some((result) => isAlternative(bestOf(result)));
}

function isAlternative(best: unknown): boolean {
  return textIn(at(best, 'transcript')) !== null || Array.isArray(at(best, 'words'));
}

function read(json: unknown, report: Report): Spoken {
  const results = recordsIn(at(json, 'results'));
  const language = languageTag(codeOf(results[0]));
  const channels = new Set(results.map(channelOf).filter((tag) => tag !== undefined));
  const passages = results.map((result, index) =>
    passageOf(result, index, channels.size > 1, report),
  );
  const all = repeated(passages);
  if (all !== null) return { passages: [all], language };
  const filled = passages.filter(({ text, words }) => text !== null || words.length > 0);
  return channels.size > 1
    ? { passages: filled, language, parallel: true }
    : { passages: filled, language };
}

function passageOf(result: Fields, index: number, byChannel: boolean, report: Report): Passage {
  const called = `Segment ${index + 1}`;
  const best = bestOf(result);
  const words = recordsIn(at(best, 'words')).map((word, place) =>
    wordOf(word, called, report, index === 0 && place === 0),
  );
  const speakers = byChannel ? speakerIn(channelOf(result), 'Channel') : [];
  const text = textIn(at(best, 'transcript'));
  return { called, speakers, start: null, end: null, text, words };
}

/** One passage of all results, where the last of them repeats the words of the others. */
function repeated(passages: Passage[]): Passage | null {
  const last = passages.at(-1);
  const others = passages.slice(0, -1);
  const before = others.reduce((count, { words }) => count + words.length, 0);
  const tagged = last?.words.some(({ speakers }) => speakers !== undefined);
  if (!last || !tagged || before === 0 || last.words.length < before) return null;
  if (others.some(({ words }) => words.some(({ speakers }) => speakers !== undefined))) return null;
  const own = wordsIn(last.text ?? '').length;
  const text = passages.map((passage) => passage.text ?? '').join(' ');
  return { ...last, text: own >= last.words.length ? last.text : text, called: 'The transcript' };
}

function wordOf(word: Fields, called: string, report: Report, first: boolean): SaidWord {
  const start = word.startTime ?? word.startOffset ?? word.start_time ?? word.start_offset;
  const end = word.endTime ?? word.endOffset ?? word.end_time ?? word.end_offset;
  const speaker = word.speakerLabel ?? word.speaker_label ?? word.speakerTag ?? word.speaker_tag;
  const said: SaidWord = {
    text: textIn(word.word) ?? '',
    // A time of zero is left out when Google's messages are printed.
    start: start === undefined && end !== undefined && first ? 0 : timeIn(start, 1, called, report),
    end: timeIn(end, 1, called, report),
    // Nought says that it was not asked for.
    confidence: confidenceIn(word.confidence) || null,
  };
  const speakers = speaker === 0 ? [] : speakerIn(speaker);
  return speakers.length === 0 ? said : { ...said, speakers };
}

function bestOf(result: unknown): unknown {
  return listIn(at(result, 'alternatives'))[0];
}

function channelOf(result: Fields): unknown {
  return result.channelTag ?? result.channel_tag;
}

function codeOf(result: Fields | undefined): unknown {
  return result?.languageCode ?? result?.language_code;
}
