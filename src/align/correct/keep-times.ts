import type { Alignment } from '../../episode/alignment.ts';
import type { Transcript } from '../../episode/transcript.ts';
import { mergeTimes } from '../times/merge-times.ts';
import { findUnchanged, type Previous } from './plan.ts';

/**
 * A corrected transcript with the times of the words that stayed, for when the sound cannot be listened to. The
 * others have none yet; what was told of the sound before still stands.
 *
 * @returns null where nothing is left of the transcript before that could be kept
 */
export function keepTimes(
  transcript: Transcript,
  previous: Omit<Previous, 'tuning'>,
): { transcript: Transcript; alignment: Alignment } | null {
  const unchanged = findUnchanged(transcript, previous);
  if (unchanged === null) return null;
  const { words, kept } = unchanged;
  const times = new Map(words.flatMap((word, at) => (kept[at] ? [[word, kept[at]]] : [])));
  return {
    transcript: mergeTimes(transcript, times),
    alignment: { ...previous.alignment, words: words.length, found: times.size },
  };
}
