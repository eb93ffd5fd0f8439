import { clock } from '../episode/timecode.ts';
import { type Transcript, wordsOf } from '../episode/transcript.ts';

/** Seconds that a transcript may run on, since its tool may have rounded or heard the tail otherwise. */
const slack = 5;

/**
 * Says it where a transcript's times run past the end of the recording: it may be another one's, or that of
 * another cut. The times stay, since they are somebody's word.
 *
 * @param duration of the recording, in seconds
 * @returns the warning, or null
 */
export function doubtTimes(transcript: Transcript, duration: number): string | null {
  let last = 0;
  for (const { start } of wordsOf(transcript)) last = Math.max(last, start ?? 0);
  if (last <= duration + slack) return null;
  return `The transcript’s times reach ${clock(last)}, but the recording ends at ${clock(duration)}. Is it the transcript of this recording?`;
}
