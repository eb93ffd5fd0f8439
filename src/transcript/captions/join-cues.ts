import type { Problem } from '../../episode/transcript.ts';
import type { Reading } from '../format.ts';
import { gatherTurns, type Piece } from '../gather-turns.ts';
import { endsSentence } from '../split-text.ts';
import type { SpokenCue } from './cue.ts';
import { repairTimes } from './repair-times.ts';

/** Seconds of silence between two cues that may open a paragraph. */
const pause = 2;

/**
 * Makes a transcript of cues. The cue's start goes to its first word and its end to its last. Cues of one
 * speaker are one turn; within it a pause of two seconds opens a paragraph, unless it falls in the middle
 * of a sentence. Crooked times are repaired (`repairTimes`) and reported.
 */
export function joinCues(given: SpokenCue[], language: string | null = null): Reading {
  const { cues, problems } = repairTimes(withSpeakers(given));
  const pieces: Piece[] = [];
  let end: number | null = null;
  for (const cue of cues) {
    timeWords(cue, problems);
    const rests = cue.start !== null && end !== null && cue.start - end >= pause;
    let opensParagraph = rests && !midSentence(pieces.at(-1), cue);
    for (const { speakers, words } of cue.runs) {
      if (words.length === 0) continue;
      pieces.push({ speakers: speakers ?? [], words, opensParagraph });
      opensParagraph = false;
    }
    end = cue.end ?? cue.start ?? end;
  }
  return { transcript: gatherTurns(pieces, language), problems };
}

/** Runs that do not say who speaks go on with whoever spoke before. */
function withSpeakers(cues: SpokenCue[]): SpokenCue[] {
  let current: string[] = [];
  return cues.map((cue) => {
    const runs = cue.runs.map(({ speakers, words }) => {
      current = speakers ?? current;
      return { speakers: current, words };
    });
    return { ...cue, runs };
  });
}

/** Gives the cue's times to its words; times that words brought stay where they fit into the cue. */
function timeWords({ start, end, line, called, runs }: SpokenCue, problems: Problem[]): void {
  const words = runs.flatMap((run) => run.words);
  let earliest = start;
  for (const word of words) {
    if (word.start === null) continue;
    if (fits(word.start, earliest, end)) {
      earliest = word.start;
    } else {
      const message = `${called} has a time inside that does not fit; it is left out.`;
      if (start !== null) problems.push({ line, message });
      word.start = null;
    }
  }
  const [first, last] = [words[0], words.at(-1)];
  if (first) first.start = start;
  if (last) last.end = end;
}

function fits(time: number, earliest: number | null, latest: number | null): boolean {
  return earliest !== null && time >= earliest && (latest === null || time <= latest);
}

function midSentence(before: Piece | undefined, cue: SpokenCue): boolean {
  const last = before?.words.at(-1)?.text ?? '';
  const next = cue.runs.find(({ words }) => words.length > 0)?.words[0]?.text ?? '';
  return !endsSentence(last) && /^\p{Ll}/u.test(next);
}
