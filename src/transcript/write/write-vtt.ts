import { captionTime } from '../../episode/timecode.ts';
import type { Transcript } from '../../episode/transcript.ts';
import { escapeCue } from '../../markup/escape.ts';
import { phrasesOf } from './cues-of.ts';
import { speakerNames } from './speaker-names.ts';
import { wrapWords } from './wrap-words.ts';

/**
 * WebVTT as the podcast namespace and Apple want it: at most two lines of 65 characters a cue where the
 * times of words allow it, one speaker a cue, and the voice at the start of every one. Where nobody is
 * named for some cues, voices are closed, which tells our reader that those cues are nobody's.
 *
 * @throws AlongsideError `transcript_form_unknown` where no word has a time
 */
export function writeVtt(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const close = transcript.turns.some((turn) => nameOf(turn) === '') ? '</v>' : '';
  const cues = phrasesOf(transcript, { width: 65, lines: 2 }).map(({ turn, words, start, end }) => {
    const name = nameOf(turn);
    const texts = words.map(({ text }) => text);
    const text = wrapWords(texts, 65).map(escapeCue).join('\n');
    const voiced = name === '' ? text : `<v ${escapeCue(name)}>${text}${close}`;
    return `${timeLine(start, end)}\n${voiced}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** The standard asks that a cue ends after it starts, if only by the smallest step it can write. */
function timeLine(start: number, end: number): string {
  return `${captionTime(start)} --> ${captionTime(Math.max(end, start + 0.001))}`;
}
