import { nothing } from './listen.ts';

/** Frames to either side that are looked at together. */
const around = 2;

/**
 * Tells frames in which something is heard from silent ones, by energy alone: a threshold between the file's
 * quiet and its loud frames, a third of the way up.
 *
 * @param energies logarithms, one a frame
 * @returns 1 where something is heard
 */
export function findActivity(energies: Float32Array): Uint8Array {
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
  const sorted = smooth.filter((energy) => energy > nothing).sort();
  const quiet = sorted[Math.floor(sorted.length * 0.05)] ?? 0;
  const loud = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const threshold = quiet + 0.35 * (loud - quiet);
  return Uint8Array.from(smooth, (energy) => (energy > threshold ? 1 : 0));
}
