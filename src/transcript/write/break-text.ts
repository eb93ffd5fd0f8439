import { exactClock } from '../../episode/timecode.ts';
import type { Break } from '../../episode/transcript.ts';

/** When a break is, as `[34:58] to [35:30]`; empty where nobody says. */
export function timesOfBreak({ start, end }: Break): string {
  const times = [start, end].flatMap((time) => (time === null ? [] : [`[${exactClock(time)}]`]));
  return times.join(' to ');
}

/** The line drawn for a break that has no name. */
export const rule = '* * *';
