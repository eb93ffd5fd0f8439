import type { Problem } from '../../episode/transcript.ts';
import { type FoundCue, type FoundCues, wordsBeside } from './cue.ts';
import { unreadableTimes, wordsBesideTimes } from './cue-problems.ts';

/** Where a cue stands among the lines of a file. */
export interface Place {
  /** Index of its first line: that of its number, or of its times. */
  from: number;
  /** Index of its times. */
  at: number;
  /** Seconds; null where they cannot be read. */
  start: number | null;
  end: number | null;
  /** What stands behind the times. */
  rest: string;
}

/**
 * Cuts a file into cues at their time lines: each goes on to where the next one begins, whatever blank lines
 * are between. Text above the first becomes a cue without times, and what stands beside times is text too.
 *
 * @param places in the order of lines
 * @param above index of the first line that counts as text above
 */
export function cutAtTimes(lines: string[], places: Place[], above = 0): FoundCues {
  const cues: FoundCue[] = [];
  const problems: Problem[] = [];
  const untimed = textOf(lines, above, places[0]?.from ?? lines.length);
  if (untimed !== '') {
    const line = above + 1;
    problems.push({ line, message: aboveTimes });
    cues.push({ id: '', start: null, end: null, text: untimed, line, sound: false });
  }
  for (const [count, { from, at, start, end, rest }] of places.entries()) {
    const next = places[count + 1]?.from ?? lines.length;
    const line = at + 1;
    const beside = wordsBeside(rest);
    if (beside !== '') problems.push({ line, message: wordsBesideTimes });
    const below = textOf(lines, at + 1, next);
    const text = beside === '' ? below : `${beside}\n${below}`;
    const id = from < at ? lines[from]!.trim() : '';
    if (start === null && text === '') continue;
    if (start === null) problems.push({ line, message: unreadableTimes });
    cues.push({ id, start, end, text, line, sound: start !== null });
  }
  return { cues, problems };
}

function textOf(lines: string[], from: number, to: number): string {
  const kept: string[] = [];
  for (let at = from; at < to; at += 1) {
    const line = lines[at]!.trim();
    if (line !== '') kept.push(line);
  }
  return kept.join('\n');
}

const aboveTimes = 'There is text above the first time; it is kept without one.';
