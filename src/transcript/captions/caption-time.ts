const clock = String.raw`(?:(\d+)[:.])?(\d+):(\d+)(?:[.,:](\d{1,9}))?`;
const arrow = String.raw`\s*-[ -]{0,3}>\s*`;
const arrowLine = new RegExp(`^\\s*${clock}${arrow}${clock}(?![.,:\\p{L}\\d])`, 'u');

/** The two times of a cue in seconds, and what else stands on their line. */
export interface TimeLine {
  start: number;
  end: number;
  rest: string;
}

/**
 * Reads the times of a cue as files in the wild have them: comma or dot, hours or none, fewer or more
 * digits than the format asks for.
 *
 * @param unpadded whether digits after the point count milliseconds however few they are (`countsUnpadded`)
 * @returns null where the line has no two times, or times too long to count
 */
export function readTimeLine(line: string, unpadded = false): TimeLine | null {
  const found = arrowLine.exec(line);
  return found === null ? null : timesFrom(found, line, unpadded);
}

/** The times in a match of eight groups: hours, minutes, seconds and fraction, of start and end. */
export function timesFrom(found: RegExpExecArray, line: string, unpadded = false): TimeLine | null {
  const [all, hours, minutes, seconds, fraction, ...end] = found;
  const pad = (digits: string | undefined) => (unpadded ? digits?.padStart(3, '0') : digits);
  const times = {
    start: secondsFrom(hours, minutes, seconds, pad(fraction)),
    end: secondsFrom(end[0], end[1], end[2], pad(end[3])),
  };
  if (times.start === null || times.end === null) return null;
  return { start: times.start, end: times.end, rest: line.slice(all.length) };
}

/**
 * Seconds from the parts of a time as digits; a missing part counts nothing.
 *
 * @returns null where there are sixty or more of what has a part above it, or more than a number holds
 */
export function secondsFrom(
  hours: string | undefined,
  minutes = '0',
  seconds = '0',
  fraction = '0',
): number | null {
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Number.isSafeInteger(whole) ? Number(`${whole}.${fraction}`) : null;
}

/**
 * Whether a file prints the parts of its times without leading zeros, as Teams does: then `0:0:12.60` is
 * sixty milliseconds past twelve seconds. One that cuts zeros off the end instead (`0:0:12.6`) never has
 * three digits with a zero last.
 *
 * @param lines the time lines of the file
 */
export function countsUnpadded(lines: string[]): boolean {
  return lines.some((line) => unpaddedStamp.test(line));
}

const unpaddedStamp = /(?:^|\s)\d{1,3}:(?:\d:\d{1,2}|\d\d:\d)[.,]\d\d0(?:\s|$)/;
