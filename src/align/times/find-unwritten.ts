import type { Stretch, Unwritten } from '../../episode/alignment.ts';
import { frameRate, type Heard } from '../sound/listen.ts';
import { changeIn, tellSound } from '../sound/tell-sound.ts';
import type { Measured } from './merge-times.ts';

/** Seconds without a word of the transcript that are worth telling of; of silence, more. */
const shortest = { speech: 4, music: 5, silence: 15 } as const;

/**
 * What is heard in the recording and not written in the transcript.
 *
 * @param found when each word was heard, in order; null where it was not
 * @param active 1 for each frame in which something is heard
 */
export function findUnwritten(
  found: (Measured | null)[],
  heard: Heard,
  active: Uint8Array,
): Unwritten[] {
  const change = changeOfSpeech(found, heard);
  return gapsBetween(found, heard.frames / frameRate).flatMap(({ start, end }) =>
    tellUnwritten(frameOf(start), frameOf(end), heard, active, change),
  );
}

/** The stretches without a word that are worth a look. */
export function gapsBetween(found: (Measured | null)[], duration: number): Stretch[] {
  const gaps: Stretch[] = [];
  let after = 0;
  const look = (start: number, end: number) => {
    if (isGap({ start, end })) gaps.push({ start, end });
  };
  for (const measured of found) {
    if (!measured) continue;
    look(after, measured.start);
    after = Math.max(after, measured.end);
  }
  look(after, duration);
  return gaps;
}

/** Whether a stretch without a word is long enough to be worth a look. */
export function isGap({ start, end }: Stretch): boolean {
  return end - start >= shortest.speech;
}

/**
 * What is heard from one frame to another without a word of it being written.
 *
 * @param change how fast this recording's speech changes
 */
export function tellUnwritten(
  from: number,
  to: number,
  heard: Heard,
  active: Uint8Array,
  change: number,
): Unwritten[] {
  return tellSound(heard, active, { from, to }, change).flatMap((told) =>
    told.to - told.from < shortest[told.heard] * frameRate
      ? []
      : [{ heard: told.heard, start: told.from / frameRate, end: told.to / frameRate }],
  );
}

/** How fast the words of the transcript change, on average. */
export function changeOfSpeech(found: (Measured | null)[], heard: Heard): number {
  let sum = 0;
  let seconds = 0;
  for (const measured of found) {
    if (!measured) continue;
    const { start, end } = measured;
    sum += changeIn(heard, frameOf(start), frameOf(end)) * (end - start);
    seconds += end - start;
  }
  return sum / Math.max(seconds, 0.01);
}

export function frameOf(seconds: number): number {
  return Math.round(seconds * frameRate);
}
