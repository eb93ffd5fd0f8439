const clock = String.raw`(?:(\d+)[:.])?(\d+):(\d+)(?:[.,:](\d{1,6}))?`;
const arrow = String.raw`\s*-{1,3}>\s*`;
const timeLine = new RegExp(`^\\s*${clock}${arrow}${clock}`);

/**
 * Reads the times of a cue as files in the wild have them: comma or dot, hours or none, fewer or more
 * digits than the format asks for.
 *
 * @returns seconds, or null where the line has no two times
 */
export function readTimeLine(line: string): { start: number; end: number } | null {
  const found = timeLine.exec(line);
  if (found === null) return null;
  const [, hours, minutes, seconds, fraction, ...end] = found;
  return {
    start: secondsFrom(hours, minutes, seconds, fraction),
    end: secondsFrom(end[0], end[1], end[2], end[3]),
  };
}

/** Seconds from the parts of a time as digits; a missing part counts nothing. */
export function secondsFrom(hours = '0', minutes = '0', seconds = '0', fraction = '0'): number {
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Number(`${whole}.${fraction}`);
}
