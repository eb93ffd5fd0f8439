import { languageTag } from '../../language-tag.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';
import { wholeTalk } from '../whole-talk.ts';

/**
 * ElevenLabs Scribe, `{"text", "words": [{text, start, end, type, speaker_id, logprob}]}`, where items are words,
 * the spaces between them and sounds (`audio_event`), which become stage directions. Several channels are a
 * list of the same in `transcripts`.
 */
export const elevenLabs: Dialect = { name: 'ElevenLabs Scribe', fits, read };

function fits(json: unknown): boolean {
  return channelsIn(json).some((channel) => firstOf(channel.words).some(isTyped));
}

function isTyped(word: unknown): boolean {
  return isRecord(word) && textIn(word.text) !== null && types.has(word.type);
}

const types = new Set<unknown>(['word', 'punctuation', 'spacing', 'audio_event']);

function read(json: unknown, report: Report): Spoken {
  const channels = channelsIn(json);
  const passages = channels.map((channel): Passage => {
    const words = recordsIn(channel.words)
      .filter(({ type }) => type !== 'spacing')
      .map((word, index) => wordOf(word, `Word ${index + 1}`, report));
    const speakers = channels.length > 1 ? speakerIn(channel.channel_index, 'Channel') : [];
    const text = textIn(channel.text);
    return wholeTalk(words, text, speakers);
  });
  const language = languageTag(channels[0]?.language_code);
  return channels.length > 1 ? { passages, language, parallel: true } : { passages, language };
}

function channelsIn(json: unknown): Fields[] {
  const several = recordsIn(at(json, 'transcripts'));
  if (several.length > 0) return several;
  return isRecord(json) ? [json] : [];
}

function wordOf(item: Fields, called: string, report: Report): SaidWord {
  const { logprob } = item;
  const word: SaidWord = {
    text: textIn(item.text) ?? '',
    start: timeIn(item.start, 1, called, report),
    end: timeIn(item.end, 1, called, report),
    confidence: typeof logprob === 'number' && logprob <= 0 ? Math.exp(logprob) : null,
  };
  if (item.type === 'punctuation') return { ...word, joins: 'before' };
  const speakers = speakerIn(item.speaker_id);
  const spoken = speakers.length === 0 ? word : { ...word, speakers };
  return item.type === 'audio_event' ? { ...spoken, direction: true } : spoken;
}
