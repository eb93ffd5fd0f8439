import type { Problem } from '../../episode/transcript.ts';
import { rising } from '../rising.ts';
import type { TimedCue } from './join-cues.ts';

export interface Repaired {
  cues: TimedCue[];
  problems: Problem[];
}

/**
 * Makes starts rise and ends follow starts, and says where they did not. Nothing is guessed: an end before
 * its start is left out, and so are the times of the few cues that run against the rest. Where many do,
 * the file lists its cues in another order (one speaker after the other, say), and they are sorted.
 */
export function repairTimes(given: TimedCue[]): Repaired {
  const problems: Problem[] = [];
  const cues = given.map((cue) => repairOne(cue, problems));
  const timed = cues.filter(({ start }) => start !== null);
  const kept = rising(timed.map(({ start }) => start as number));
  const stray = timed.filter((_, at) => !kept.has(at));
  if (stray.length > Math.max(1, timed.length / 20)) {
    const back = timed.find((cue, at) => (cue.start ?? 0) < (timed[at - 1]?.start ?? 0));
    const line = back?.line ?? null;
    problems.push({ line, message: 'The cues are not in order of time; they were sorted.' });
    return { cues: sorted(cues), problems };
  }
  for (const cue of stray) {
    const message = `${cue.called} starts out of order; its words are kept without a time.`;
    problems.push({ line: cue.line, message });
    cue.start = null;
    cue.end = null;
  }
  return { cues, problems };
}

function repairOne(cue: TimedCue, problems: Problem[]): TimedCue {
  const { start, end, line, called } = cue;
  if (start === null) return { ...cue, end: null };
  if (end === null || end >= start) return { ...cue };
  problems.push({ line, message: `${called} ends before it starts; its end is left out.` });
  return { ...cue, end: null };
}

/** By start; a cue without a time stays behind the one it followed. */
function sorted(cues: TimedCue[]): TimedCue[] {
  let time = Number.NEGATIVE_INFINITY;
  return cues
    .map((cue) => {
      time = cue.start ?? time;
      return { cue, time };
    })
    .sort((one, other) => (one.time < other.time ? -1 : one.time > other.time ? 1 : 0))
    .map(({ cue }) => cue);
}
