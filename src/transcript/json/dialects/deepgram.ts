import { languageTag } from '../../language-tag.ts';
import { confidenceIn } from '../confidence-value.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, listIn, recordsIn, textIn } from '../fields.ts';
import { speakerIn } from '../speaker-value.ts';
import { timeIn } from '../time-value.ts';
import { wholeTalk } from '../whole-talk.ts';

/**
 * Deepgram, `{"results": {channels: [{alternatives: [{transcript, words, paragraphs}]}], utterances}}`. The
 * first alternative is the best. Speakers are numbered from 0, and a paragraph is as many words as it says.
 */
export const deepgram: Dialect = { name: 'Deepgram', fits, read };

function fits(json: unknown): boolean {
  const results = at(json, 'results');
  return Array.isArray(at(results, 'channels')) || Array.isArray(at(results, 'utterances'));
}

function read(json: unknown, report: Report): Spoken {
  const channels = recordsIn(at(json, 'results', 'channels'));
  const utterances = recordsIn(at(json, 'results', 'utterances'));
  const passages = channels.map((channel, index) =>
    channelOf(channel, channels.length > 1 ? speakerIn(index, 'Channel') : [], report),
  );
  const language = languageTag(channels[0]?.detected_language ?? at(json, 'metadata', 'language'));
  const parallel = channels.length > 1 ? ({ parallel: true } as const) : {};
  if (passages.some(({ text, words }) => text?.trim() || words.length > 0)) {
    return { passages, language, ...parallel };
  }
  return { passages: utterances.map((one, index) => utteranceOf(one, index, report)), language };
}

function channelOf(channel: Fields, speakers: string[], report: Report): Passage {
  const [best] = listIn(channel.alternatives);
  const words = recordsIn(at(best, 'words')).map((word, index) =>
    wordOf(word, `Word ${index + 1}`, report, speakers),
  );
  openParagraphs(words, recordsIn(at(best, 'paragraphs', 'paragraphs')));
  const text = textIn(at(best, 'transcript')) ?? '';
  return wholeTalk(words, text, speakers);
}

function utteranceOf(utterance: Fields, index: number, report: Report): Passage {
  const called = `Segment ${index + 1}`;
  return {
    called,
    speakers: speakerIn(utterance.speaker),
    start: timeIn(utterance.start, 1, called, report),
    end: timeIn(utterance.end, 1, called, report),
    text: textIn(utterance.transcript),
    words: recordsIn(utterance.words).map((word) => wordOf(word, called, report, [])),
  };
}

function wordOf(word: Fields, called: string, report: Report, channel: string[]): SaidWord {
  const said: SaidWord = {
    text: textIn(word.punctuated_word ?? word.word) ?? '',
    start: timeIn(word.start, 1, called, report),
    end: timeIn(word.end, 1, called, report),
    confidence: confidenceIn(word.confidence),
  };
  const speakers = speakerIn(word.speaker);
  if (speakers.length === 0) return said;
  return { ...said, speakers: [[...channel, ...speakers].join(', ')] };
}

function openParagraphs(words: SaidWord[], paragraphs: Fields[]): void {
  const counts = paragraphs.map(({ num_words }) => (typeof num_words === 'number' ? num_words : 0));
  if (paragraphs.length === 0) return;
  for (const word of words) word.opensParagraph = false;
  let first = 0;
  for (const count of counts) {
    const word = words[first];
    if (word) word.opensParagraph = true;
    first += count;
  }
}
