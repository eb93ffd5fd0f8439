import type { Fitted } from '../fit/trace-back.ts';
import { confidenceOf } from '../times/confidence.ts';
import { leaveOutUnheard } from '../times/leave-out-unheard.ts';
import type { Measured } from '../times/merge-times.ts';
import { secondsOf } from '../times/seconds-of.ts';
import { isAdded, type Run } from './compare-words.ts';
import { type Patch, roomFor } from './find-patches.ts';
import { keepInRoom } from './keep-in-room.ts';

/**
 * Gives the changed words of a patch the times at which they were heard, as far as their neighbours leave room.
 * What was heard of the neighbours is left aside, since they keep their times. Words that were added have to
 * stand on their own: there need not be any sound for them.
 *
 * @param fitted when each word of the patch is spoken
 * @param measured of all words; changed where words get a time
 * @param typical how well the words of this recording fit
 */
export function timePatch(
  { words: { from, to }, changes }: Patch,
  fitted: (Fitted | null)[],
  measured: (Measured | null)[],
  typical: number,
  byItself: boolean,
): void {
  const here = ({ from: first, to: last }: Run) => ({ from: first - from, to: last - from });
  const found = fitted.map(
    (word) => word && { ...secondsOf(word, byItself), confidence: confidenceOf(word, typical) },
  );
  const whole = { from: 0, to: to - from };
  const added = changes.filter(isAdded).map(({ now }) => here(now));
  const believed = leaveOutUnheard(leaveOutUnheard(found, [whole]), added);
  const rooms = changes.map(({ now }) => ({ now, room: roomFor(now, measured) }));
  for (const { now, room } of rooms) {
    for (let at = now.from; at < now.to; at += 1) {
      const word = believed[at - from];
      measured[at] = word ? keepInRoom(word, room) : null;
    }
  }
}
