import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, isRecord, listIn, recordsIn, textIn } from '../fields.ts';
import { rangeAt, type SpeakerRange } from '../range-at.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';

/**
 * Amazon Transcribe, `{"results": {transcripts, items, speaker_labels, channel_labels, audio_segments}}`.
 * Items are words and punctuation with times in strings. Who speaks stands on the item or, in older files,
 * in `speaker_labels`, found by the time at which a word starts. Channels run beside one another.
 */
export const amazonTranscribe: Dialect = { name: 'Amazon Transcribe', fits, read };

function fits(json: unknown): boolean {
  const results = at(json, 'results');
  return isRecord(results) && (Array.isArray(results.items) || Array.isArray(results.transcripts));
}

function read(json: unknown, report: Report): Spoken {
  const results = at(json, 'results');
  const language = languageTag(at(results, 'language_code'));
  const items = recordsIn(at(results, 'items'));
  const channels = recordsIn(at(results, 'channel_labels', 'channels'));
  const speakers = speakersBy(at(results, 'speaker_labels'), report);
  if (channels.length > 1 && countItems(channels) >= items.length) {
    const passages = channels.map((channel) => {
      const words = wordsIn(recordsIn(channel.items), speakers, report);
      const called = `The channel ${textIn(channel.channel_label) ?? ''}`.trim();
      return whole(called, speakerIn(channel.channel_label, 'Channel'), null, words);
    });
    return { passages, language, parallel: true };
  }
  const words = wordsIn(items, speakers, report);
  const text = listIn(at(results, 'transcripts')).map((one) => textIn(at(one, 'transcript')) ?? '');
  const segments = recordsIn(at(results, 'audio_segments'));
  if (words.length === 0 && segments.length > 0) {
    return { passages: segments.map((one, index) => segmentOf(one, index, report)), language };
  }
  return { passages: [whole('The transcript', [], text.join(' '), words)], language };
}

type SpeakerOf = (start: number | null) => string[] | undefined;

function wordsIn(items: Fields[], speakerOf: SpeakerOf, report: Report): SaidWord[] {
  return items.map((item, index) => {
    const called = `Word ${index + 1}`;
    const [best] = listIn(item.alternatives);
    const start = timeIn(item.start_time, 1, called, report);
    const mark = item.type === 'punctuation';
    const word: SaidWord = {
      text: textIn(at(best, 'content') ?? item.content) ?? '',
      start,
      end: timeIn(item.end_time, 1, called, report),
      confidence: mark ? null : confidenceIn(at(best, 'confidence')),
    };
    if (mark) return { ...word, joins: 'before' };
    const label = item.speaker_label ?? item.channel_label;
    const speakers = label === undefined ? speakerOf(start) : speakerIn(label);
    return speakers === undefined ? word : { ...word, speakers };
  });
}

/** By the exact start of a word, and else by the segment it falls into. */
function speakersBy(labels: unknown, report: Report): SpeakerOf {
  const exact = new Map<number, string[]>();
  const ranges: SpeakerRange[] = [];
  for (const [index, segment] of recordsIn(at(labels, 'segments')).entries()) {
    const called = `Segment ${index + 1}`;
    const start = timeIn(segment.start_time, 1, called, report);
    const end = timeIn(segment.end_time, 1, called, report);
    const speakers = speakerIn(segment.speaker_label);
    if (start !== null && end !== null) ranges.push({ start, end, speakers });
    for (const item of recordsIn(segment.items)) {
      const from = timeIn(item.start_time, 1, called, report);
      if (from !== null) exact.set(from, speakerIn(item.speaker_label ?? segment.speaker_label));
    }
  }
  ranges.sort((one, other) => one.start - other.start);
  return (start) =>
    start === null ? undefined : (exact.get(start) ?? ranges[rangeAt(ranges, start)]?.speakers);
}

function segmentOf(segment: Fields, index: number, report: Report): Passage {
  const called = `Segment ${index + 1}`;
  const start = timeIn(segment.start_time, 1, called, report);
  const end = timeIn(segment.end_time, 1, called, report);
  const speakers = speakerIn(segment.speaker_label);
  return { called, speakers, start, end, text: textIn(segment.transcript), words: [] };
}

function whole(
  called: string,
  speakers: string[],
  text: string | null,
  words: SaidWord[],
): Passage {
  return { called, speakers, start: null, end: null, text, words };
}

function countItems(channels: Fields[]): number {
  return channels.reduce((count, channel) => count + listIn(channel.items).length, 0);
}
