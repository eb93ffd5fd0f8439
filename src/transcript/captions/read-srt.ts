import { untimed } from '../../episode/transcript.ts';
import type { Format, Reading } from '../format.ts';
import { wordsIn } from '../split-text.ts';
import type { FoundCue, SpokenCue } from './cue.ts';
import { cuesInSrt, looksLikeSrt } from './cues-in-srt.ts';
import { joinCues } from './join-cues.ts';
import { speakLines } from './speak-lines.ts';
import { speakVttCues } from './vtt-voices.ts';

export const srt: Format = { name: 'srt', looksLike: looksLikeSrt, read: readSrt, cues: cuesInSrt };

/** Reads SubRip as it is found; a `Name:` holds for the cues after it until the next one. */
export function readSrt(text: string): Reading {
  const found = cuesInSrt(text);
  const hasVoices = found.cues.some((cue) => /<v[ .]/i.test(cue.text));
  const spoken = hasVoices ? speakVttCues(found.cues) : speakLines(found.cues.map(speak));
  const reading = joinCues(spoken.cues);
  return { ...reading, problems: [...found.problems, ...spoken.problems, ...reading.problems] };
}

/** SubRip has no tags of its own; players borrow those of HTML and, in braces, of SubStation. */
const tags = /<\/?(?:[bisu]|c|em|font|span|strong|ruby|rt|v)(?:[\s.][^<>]*)?>|\{\\[^{}]*\}/gi;

function speak({ start, end, line, text }: FoundCue): SpokenCue {
  const runs = text.split('\n').map((row) => ({
    speakers: null,
    words: wordsIn(/[<{]/.test(row) ? row.replace(tags, '') : row).map(untimed),
  }));
  return { start, end, line, called: 'The cue', runs };
}
