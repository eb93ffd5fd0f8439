import { type Problem, untimed } from '../../episode/transcript.ts';
import type { Format, Reading } from '../format.ts';
import { sumUpProblems } from '../sum-up-problems.ts';
import type { FoundCue, SpokenCue } from './cue.ts';
import { readingsLeftOut } from './cue-problems.ts';
import { cuesInSrt, looksLikeSrt } from './cues-in-srt.ts';
import { joinCues } from './join-cues.ts';
import { speakLines } from './speak-lines.ts';
import { readSrtText } from './srt-text.ts';
import { speakVttCues } from './vtt-voices.ts';

export const srt: Format = { name: 'srt', looksLike: looksLikeSrt, read: readSrt, cues: cuesInSrt };

/** Reads SubRip as it is found; a `Name:` holds for the cues after it until the next one. */
export function readSrt(text: string): Reading {
  const found = cuesInSrt(text);
  const hasVoices = found.cues.some((cue) => /<v[ .]/i.test(cue.text));
  const spoken = hasVoices ? speakVttCues(found.cues) : speakCues(found.cues);
  const reading = joinCues(spoken.cues);
  return { ...reading, problems: [...found.problems, ...spoken.problems, ...reading.problems] };
}

function speakCues(found: FoundCue[]): { cues: SpokenCue[]; problems: Problem[] } {
  const readings: Problem[] = [];
  const cues = found.map(({ start, end, line, text }): SpokenCue => {
    const { lines, hasReadings } = readSrtText(text);
    if (hasReadings) readings.push({ line, message: readingsLeftOut });
    const runs = lines.map((words) => ({ speakers: null, words: words.map(untimed) }));
    return { start, end, line, called: 'The cue', runs };
  });
  const spoken = speakLines(cues);
  return { ...spoken, problems: [...sumUpProblems(readings), ...spoken.problems] };
}
