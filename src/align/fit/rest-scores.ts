import { loudnessOf } from '../sound/loudness.ts';

/** How well each frame passes for a rest: logarithms, 0 where nothing is heard. */
export interface RestScores {
  /** While the voice before it may still be fading: in a room, and at the end of a breath. */
  fading: Float32Array;
  /** Once it has faded. */
  silent: Float32Array;
}

/** Loudness, of 1, that is no more than the noise in the recording; and what each whole of loudness above it costs. */
const noise = 0.15;
const perLoudness = 40;
/** The most that a frame costs in which the voice is fading, and in any other at the beginning of a rest. */
const most = { fading: 2, else: 12 } as const;
/** Frames to either side that loudness is averaged over; and that it has to fall for, so that something fades. */
const around = 2;
const reach = 12;

/**
 * Scores every frame as part of a rest by its loudness alone, which needs no model of the language, and finds
 * the first sound after a rest to a frame, however short or soft its word is. A phone model's own silence
 * takes what it never heard for silence, and lets the first word after a rest slip back into what is left of
 * the last one before it.
 *
 * A rest ends sharply, but need not begin so. So its beginning may be loud as long as that goes down.
 *
 * The scores are meant against what the best of all phones scores in the same frame, and their measure was
 * found by trial, on Czech, Finnish, French, Italian, Russian and Spanish voices.
 *
 * @param energies logarithms of power, one a frame
 */
export function scoreRests(energies: Float32Array): RestScores {
  const loudness = loudnessOf(energies);
  const smooth = averaged(loudness);
  const silent = loudness.map((loud) => Math.min(0, perLoudness * (noise - loud)));
  const fading = silent.map((score, frame) =>
    Math.max(score, isFalling(smooth, frame) ? -most.fading : -most.else),
  );
  return { fading, silent };
}

function isFalling(smooth: Float32Array, frame: number): boolean {
  const here = smooth[frame]!;
  const before = smooth[Math.max(0, frame - reach)]!;
  const after = smooth[Math.min(smooth.length - 1, frame + reach)]!;
  return before > here && here > after;
}

function averaged(values: Float32Array): Float32Array {
  return values.map((_, at) => {
    const from = Math.max(0, at - around);
    const to = Math.min(values.length, at + around + 1);
    let sum = 0;
    for (let near = from; near < to; near += 1) sum += values[near]!;
    return sum / (to - from);
  });
}
