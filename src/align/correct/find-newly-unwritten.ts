import type { Stretch, Unwritten } from '../../episode/alignment.ts';
import type { Window } from '../fit/band.ts';
import { frameRate, type Heard } from '../sound/listen.ts';
import { frameOf, gapsBetween, isGap, tellUnwritten } from '../times/find-unwritten.ts';
import type { Measured } from '../times/merge-times.ts';
import { isRemoved } from './compare-words.ts';
import type { Excerpt } from './excerpts.ts';
import { roomFor } from './find-patches.ts';
import type { Plan, Previous } from './plan.ts';

/** Where words were taken out, and so much sound is without any that it is worth a look. */
export function windowsWithoutWords({ changes, kept }: Plan): Window[] {
  return changes
    .filter(isRemoved)
    .map(({ now }) => roomFor(now, kept))
    .filter(isGap)
    .map(({ start, end }) => ({ from: frameOf(start), to: frameOf(end) }));
}

/**
 * What is heard and not written, after a correction: what was told of gaps that are as they were stays; the
 * others are listened to.
 *
 * @param measured when each word of the new transcript is spoken
 */
export function findNewlyUnwritten(
  measured: (Measured | null)[],
  { before }: Plan,
  { alignment, tuning }: Previous,
  { heard, active, excerpts }: { heard: Heard; active: Uint8Array; excerpts: Excerpt[] },
): Unwritten[] {
  const known = new Set(gapsBetween(before, Number.POSITIVE_INFINITY).map(nameOf));
  return gapsBetween(measured, Number.POSITIVE_INFINITY).flatMap((gap) => {
    if (known.has(nameOf(gap))) return alignment.unwritten.filter((told) => isWithin(told, gap));
    const from = frameOf(gap.start);
    const excerpt = excerpts.findLast((one) => one.from <= from);
    if (!excerpt) return [];
    const shift = excerpt.at - excerpt.from;
    const end = Math.min(heard.frames, frameOf(gap.end) + shift);
    const back = (seconds: number) => Math.round(seconds * frameRate - shift) / frameRate;
    return tellUnwritten(from + shift, end, heard, active, tuning.change).map((told) => ({
      ...told,
      start: back(told.start),
      end: back(told.end),
    }));
  });
}

function nameOf({ start, end }: Stretch): string {
  return `${start}–${end}`;
}

/** Sound is told apart by frames, which begin beside where a word ends. */
function isWithin(told: Stretch, gap: Stretch): boolean {
  return told.start >= gap.start - 1 / frameRate && told.end <= gap.end + 1 / frameRate;
}
