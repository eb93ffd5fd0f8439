import type { Problem } from '../../episode/transcript.ts';
import { hasWords, type Run, type SpokenCue } from './cue.ts';

/**
 * Keeps each line once where captions roll up, as automatic ones do: every cue begins with the lines that
 * were on the screen already, and adds one. A file is of this kind if at least half of its cues begin with
 * the last line of the one before, and a quarter of those go on from there; people do repeat themselves,
 * but not so.
 */
export function dropRepeats(cues: SpokenCue[]): { cues: SpokenCue[]; problems: Problem[] } {
  const lines = cues.map(({ runs }) => (runs.every(hasWords) ? runs : runs.filter(hasWords)));
  const repeats = repeatedLines(cues, lines);
  const following = lines.filter((runs) => runs.length > 0).length - 1;
  const repeating = repeats.filter((count) => count > 0).length;
  const growing = repeats.filter((count, at) => count > 0 && count < lines[at]!.length).length;
  if (repeating < 2 || repeating * 2 < following || growing * 4 < repeating) {
    return { cues, problems: [] };
  }
  const kept = cues.map((cue, at) => ({ ...cue, runs: lines[at]!.slice(repeats[at]) }));
  const line = cues[repeats.findIndex((count) => count > 0)]?.line ?? null;
  const message =
    'The captions roll up; lines that are repeated from the cue before are kept once.';
  return { cues: kept.filter(({ runs }) => runs.length > 0), problems: [{ line, message }] };
}

/** Lines on the screen at once are few. */
const most = 4;

/** How many lines at the start of each cue are the last ones of the cue with words before it. */
function repeatedLines(cues: SpokenCue[], lines: Run[][]): number[] {
  let before: string[] = [];
  let end: number | null = null;
  return lines.map((runs, at) => {
    const { start, end: cueEnd } = cues[at]!;
    if (runs.length === 0) return 0;
    const opening = runs.slice(0, most).map(textOf);
    const rests = start === null || end === null || start - end > longestGap;
    let count = rests ? 0 : Math.min(opening.length, before.length);
    while (count > 0 && !endsWith(before, opening.slice(0, count))) count -= 1;
    before = runs.length > most ? runs.slice(-most).map(textOf) : opening;
    end = cueEnd;
    return count;
  });
}

/** Seconds: what rolls on was on the screen until then. */
const longestGap = 0.5;

function endsWith(lines: string[], last: string[]): boolean {
  return last.every((line, at) => line === lines[lines.length - last.length + at]);
}

function textOf({ words }: Run): string {
  return words.map(({ text }) => text).join(' ');
}
