import type { Fitted } from '../fit/trace-back.ts';
import { frameRate } from '../sound/listen.ts';

/**
 * Seconds from where a frame begins to where an edge is that falls into it. A frame looks at 25 ms. Between
 * two words it belongs to the one it has more of. Next to silence it belongs to the word as soon as it has
 * anything of it, at its end where the word begins, at its beginning where the word ends.
 */
const edge = { between: 0.005, afterRest: 0.03, beforeRest: 0 } as const;
/** A rest that is told by loudness ends with the first frame of which something is heard, on average in its middle. */
const afterHush = 0.015;

/**
 * When a word begins and ends, in seconds from the start of the recording.
 *
 * @param byLoudness whether rests were told by loudness rather than by the model
 */
export function secondsOf(
  { start, end, afterRest, beforeRest }: Fitted,
  byLoudness = false,
): { start: number; end: number } {
  const rested = byLoudness ? afterHush : edge.afterRest;
  return {
    start: inMilliseconds(start / frameRate + (afterRest ? rested : edge.between)),
    end: inMilliseconds(end / frameRate + (beforeRest ? edge.beforeRest : edge.between)),
  };
}

function inMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
