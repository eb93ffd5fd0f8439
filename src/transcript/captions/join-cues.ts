import type { Problem } from '../../episode/transcript.ts';
import type { Reading } from '../format.ts';
import { gatherTurns, type Piece } from '../gather-turns.ts';
import { endsSentence } from '../split-text.ts';
import type { SpokenCue } from './cue.ts';
import { repairTimes } from './repair-times.ts';

/** A cue, with what only some formats know of it. */
export interface TimedCue extends SpokenCue {
  /** Set where its words have times of their own: one without stays so, and the cue's are not given to it. */
  wordsTimed?: true;
  /** Whether it opens a paragraph; where the format does not say, silence decides. */
  opensParagraph?: boolean;
}

/** Seconds of silence between two cues that may open a paragraph. */
const pause = 2;

/**
 * Makes a transcript of cues. The cue's start goes to its first word and its end to its last; times that
 * words brought stay where they fit. Cues of one speaker are one turn; within it a pause of two seconds
 * opens a paragraph, unless it falls in the middle of a sentence. Crooked times are repaired
 * (`repairTimes`) and reported.
 */
export function joinCues(given: TimedCue[], language: string | null = null): Reading {
  const { cues, problems } = repairTimes(withSpeakers(given));
  const pieces: Piece[] = [];
  let end: number | null = null;
  let misfits = 0;
  let misfit: Problem | null = null;
  const nextStarts = startsAfter(cues);
  for (const [at, cue] of cues.entries()) {
    const found = timeWords(cue, nextStarts[at]!);
    misfits += found;
    if (found > 0) misfit ??= { line: cue.line, message: `${cue.called} ${doesNotFit}` };
    const rests = cue.start !== null && end !== null && cue.start - end >= pause;
    let opensParagraph = cue.opensParagraph ?? (rests && !midSentence(pieces.at(-1), cue));
    for (const { speakers, words, opensTurn } of cue.runs) {
      if (words.length === 0) continue;
      opensParagraph ||= opensTurn ?? false;
      pieces.push({ speakers: speakers ?? [], words, opensParagraph });
      opensParagraph = false;
    }
    end = cue.end ?? cue.start ?? end;
  }
  if (misfit !== null && misfits > 1) misfit.message += ` The same goes for ${misfits - 1} more.`;
  if (misfit !== null) problems.push(misfit);
  return { transcript: gatherTurns(pieces, language), problems };
}

const doesNotFit = 'has a time inside that does not fit; it is left out.';

/** Runs that do not say who speaks go on with whoever spoke before. */
function withSpeakers(cues: TimedCue[]): TimedCue[] {
  let current: string[] = [];
  return cues.map((cue) => {
    const runs = cue.runs.map((run) => {
      current = run.speakers ?? current;
      return { ...run, speakers: current };
    });
    return { ...cue, runs };
  });
}

/** For each cue when the next one that has a time starts: no word before that may start later. */
function startsAfter(cues: TimedCue[]): number[] {
  let next = Number.POSITIVE_INFINITY;
  const starts = cues.map(() => next);
  for (let at = cues.length - 1; at >= 0; at -= 1) {
    starts[at] = next;
    next = cues[at]!.start ?? next;
  }
  return starts;
}

/**
 * Gives the cue's times to its words; times that words brought stay where they fit into the cue.
 *
 * @returns how many did not
 */
function timeWords({ start, end, runs, wordsTimed }: TimedCue, nextStart: number): number {
  const latest = wordsTimed ? null : end;
  let misfits = 0;
  let earliest = start;
  for (const { words } of runs) {
    for (const word of words) {
      if (
        word.start !== null &&
        !fits(word.start, earliest, Math.min(latest ?? nextStart, nextStart))
      ) {
        if (start !== null) misfits += 1;
        word.start = null;
        word.end = null;
      }
      earliest = word.start ?? earliest;
      if (word.end !== null && !fits(word.end, earliest, latest)) {
        if (start !== null) misfits += 1;
        word.end = null;
      }
    }
  }
  if (wordsTimed) return misfits;
  const first = runs.find(({ words }) => words.length > 0)?.words[0];
  const last = runs.findLast(({ words }) => words.length > 0)?.words.at(-1);
  if (first) first.start = start;
  if (last) last.end = end;
  return misfits;
}

function fits(time: number, earliest: number | null, latest: number | null): boolean {
  return earliest !== null && time >= earliest && (latest === null || time <= latest);
}

function midSentence(before: Piece | undefined, cue: SpokenCue): boolean {
  const last = before?.words.at(-1)?.text ?? '';
  const next = cue.runs.find(({ words }) => words.length > 0)?.words[0]?.text ?? '';
  return !endsSentence(last) && /^\p{Ll}/u.test(next);
}
