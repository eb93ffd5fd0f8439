import { linesIn } from '../split-text.ts';
import { countsUnpadded, readTimeLine } from './caption-time.ts';
import type { FoundCues } from './cue.ts';
import { cutAtTimes, type Place } from './cut-at-times.ts';

/** A line with two times and an arrow among the first lines. */
export function looksLikeSrt(text: string): boolean {
  return linesIn(text.slice(0, 20_000)).some(
    (line) => mayHaveTimes(line) && readTimeLine(line) !== null,
  );
}

/**
 * Finds the cues by their time lines, since numbers and blank lines are not to be relied on: a cue goes on
 * to the next time line, less the number above that. Commas or dots, hours or none are all accepted.
 */
export function cuesInSrt(text: string): FoundCues {
  const lines = linesIn(text);
  const arrows = [...lines.keys()].filter((at) => mayHaveTimes(lines[at]!));
  const unpadded = countsUnpadded(arrows.map((at) => lines[at]!));
  const places: Place[] = [];
  for (const at of arrows) {
    const line = lines[at]!;
    const times = readTimeLine(line, unpadded);
    if (times !== null) places.push({ from: at, at, ...times });
    else if (isBroken(line, lines[at - 1])) places.push({ ...nowhere, from: at, at });
  }
  takeNumbers(places, lines);
  return cutAtTimes(lines, places);
}

/** Spares most lines a closer look; the shortest times are `0:0->0:0`. */
function mayHaveTimes(line: string): boolean {
  return line.length >= 8 && line.includes('>');
}

const nowhere = { start: null, end: null, rest: '' };

/** Whether a line is meant for times though they cannot be read; speech can have arrows in it too. */
function isBroken(line: string, above: string | undefined): boolean {
  return /--\s?>/.test(line) && (isNumber(above) || /^\s*-?\d+:\d/.test(line));
}

/**
 * Puts the start of each cue where its number is, if the file numbers its cues; a number can also be all
 * that is said. It stands right above the times, or, in some files, above a blank line there.
 */
function takeNumbers(places: Place[], lines: string[]): void {
  const close = places.filter(({ at }) => isNumber(lines[at - 1])).length;
  const apart = places.filter(({ at }) => isApart(lines, at)).length;
  let before = 0;
  for (const [count, place] of places.entries()) {
    const { at } = place;
    const [near, far] = [lines[at - 1], lines[at - 2]];
    const isFirst = count === 0;
    if (isNumber(near) && (isFirst || close * 2 > places.length)) place.from = at - 1;
    // A number apart from its times is told from a number that is said by being the one that comes next.
    else if (
      isApart(lines, at) &&
      (isFirst || apart * 2 > places.length || Number(far) === before + 1)
    )
      place.from = at - 2;
    before = place.from < at ? Number(lines[place.from]) : before + 1;
  }
}

function isApart(lines: string[], at: number): boolean {
  return lines[at - 1]?.trim() === '' && isNumber(lines[at - 2]) && !lines[at - 3]?.trim();
}

function isNumber(line: string | undefined): boolean {
  return line !== undefined && /^\s*\d{1,9}\s*$/.test(line);
}
