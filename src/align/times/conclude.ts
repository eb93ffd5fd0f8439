import type { Alignment, Unwritten } from '../../episode/alignment.ts';
import type { Transcript } from '../../episode/transcript.ts';
import type { SpokenWord } from '../script/script.ts';
import { findShifts } from './find-shifts.ts';
import { findUncertain } from './find-uncertain.ts';
import { findUnspoken } from './find-unspoken.ts';
import { bringsTimes, type Measured, mergeTimes } from './merge-times.ts';

/** Below this share of words found, a transcript is not taken for the recording's. */
const leastFound = 0.7;

/**
 * The transcript with the times that were found, and what there is to say about it; where too few were found,
 * as it was given.
 *
 * @param words that are to be spoken
 * @param measured when each of them was heard; null where it was not
 */
export function conclude(
  transcript: Transcript,
  words: Pick<SpokenWord, 'word'>[],
  measured: (Measured | null)[],
  unwritten: () => Unwritten[],
): { transcript: Transcript; alignment: Alignment } {
  const found = measured.filter((word) => word !== null).length;
  const share = found / words.length;
  if (!(share >= leastFound)) {
    const reason = `Only ${Math.floor(share * 100)} % of its words were found in the sound. Is it the transcript of this recording, and the whole of it there?`;
    return { transcript, alignment: refused(words.length, reason) };
  }
  const keeps = bringsTimes(transcript);
  const wasTimed = keeps && words.every(({ word }) => word.start !== null);
  const times = new Map(
    words.flatMap(({ word }, at) => (measured[at] ? [[word, measured[at]]] : [])),
  );
  return {
    transcript: mergeTimes(transcript, times),
    alignment: {
      verdict: wasTimed ? 'compared' : 'aligned',
      reason: null,
      words: words.length,
      found,
      unwritten: unwritten(),
      unspoken: findUnspoken(words, measured),
      uncertain: findUncertain(measured),
      shifts: findShifts(words, measured, keeps),
    },
  };
}

export function refused(words: number, reason: string): Alignment {
  return {
    verdict: 'refused',
    ...{ reason, words, found: 0 },
    ...{ unwritten: [], unspoken: [], uncertain: [], shifts: [] },
  };
}
