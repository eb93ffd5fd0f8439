import { frameRate, nothing } from './listen.ts';

/** Frames to either side that are looked at together. */
const around = 2;
/** A threshold holds for ten seconds, and is found from half a minute to either side. */
const block = 10 * frameRate;
const blocksAround = 3;
/** Where the threshold lies between what is quiet and what is loud. */
const height = 0.35;
/** A stretch that is this much quieter than the whole has a threshold of its own (a logarithm of power: 4 dB). */
const quieter = 1;
/** Its range is at least this share of the whole's, or a long pause would be taken for speech. */
const leastOfWhole = 0.5;
/** What never changes by more than this (2 dB), a tone or a hum, is nobody speaking. */
const leastRange = 0.5;

/**
 * Tells frames in which something is heard from silent ones, by energy alone: a threshold between the quiet
 * and the loud frames, a third of the way up. Voices and takes differ, so a quiet stretch is measured by itself.
 *
 * @param energies logarithms, one a frame
 * @param whole the range of the recording, where only a part of it is given
 * @returns 1 where something is heard
 */
export function findActivity(
  energies: Float32Array,
  whole: Range = rangeOfSound(energies),
): Uint8Array {
  const smooth = smoothed(energies);
  const active = new Uint8Array(smooth.length);
  if (whole.loud - whole.quiet < leastRange) return active;
  for (let from = 0; from < smooth.length; from += block) {
    const to = Math.min(from + block, smooth.length);
    const near = smooth.subarray(
      Math.max(0, from - blocksAround * block),
      to + blocksAround * block,
    );
    const threshold = thresholdOf(rangeOf(near), whole);
    for (let at = from; at < to; at += 1) active[at] = smooth[at]! > threshold ? 1 : 0;
  }
  return active;
}

/** Between what a recording is quiet and loud. */
export function rangeOfSound(energies: Float32Array): Range {
  return rangeOf(smoothed(energies));
}

function thresholdOf(near: Range, whole: Range): number {
  const range = whole.loud - whole.quiet;
  if (near.loud > whole.loud - quieter) return whole.quiet + height * range;
  const own = Math.max(near.loud - near.quiet, leastOfWhole * range);
  return Math.max(near.quiet, whole.quiet) + height * own;
}

export interface Range {
  quiet: number;
  loud: number;
}

/** What one in twenty frames stays below, and what one in ten exceeds; digital silence does not count. */
function rangeOf(energies: Float32Array): Range {
  const sorted = energies.filter((energy) => energy > nothing).sort();
  return {
    quiet: sorted[Math.floor(sorted.length * 0.05)] ?? 0,
    loud: sorted[Math.floor(sorted.length * 0.9)] ?? 0,
  };
}

function smoothed(energies: Float32Array): Float32Array {
  const smooth = new Float32Array(energies.length);
  let sum = 0;
  let count = 0;
  for (let at = -around; at < energies.length; at += 1) {
    const enters = at + around;
    if (enters < energies.length) {
      sum += energies[enters]!;
      count += 1;
    }
    const leaves = at - around - 1;
    if (leaves >= 0) {
      sum -= energies[leaves]!;
      count -= 1;
    }
    if (at >= 0) smooth[at] = sum / count;
  }
  return smooth;
}
