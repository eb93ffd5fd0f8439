import type { Peaks } from '../episode/episode.ts';
import type { Stretch } from './speakers.ts';

/** How many bars a waveform has: at the width of the text, one every two or three pixels. */
export const barCount = 240;

/** Bars of one colour as SVG path data, one unit wide and 0–100 high, standing on both sides of 50. */
export interface Bars {
  /** The class of who speaks; null where nobody knows. */
  speaker: string | null;
  path: string;
}

/**
 * The sound as bars, grouped by who speaks. The loudest bar fills the height, so that a quiet recording
 * has a picture too.
 *
 * @param duration seconds
 */
export function waveformBars(peaks: Peaks, duration: number, stretches: Stretch[]): Bars[] {
  const heights = barHeights(peaks);
  const groups = new Map<string | null, string>();
  for (const [at, height] of heights.entries()) {
    const time = ((at + 0.5) / heights.length) * duration;
    const speaker = speakerAt(time, stretches);
    const bar = `M${at} ${50 - height}V${50 + height}`;
    groups.set(speaker, (groups.get(speaker) ?? '') + bar);
  }
  return Array.from(groups, ([speaker, path]) => ({ speaker, path }));
}

/**
 * Half the height of each bar, 1–50, by the mean power of the peaks it stands for: amplitudes alone make
 * speech look like one long block, power shows its rhythm.
 */
function barHeights(peaks: Peaks): number[] {
  const count = Math.min(barCount, peaks.length);
  const powers = Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * peaks.length) / count);
    const to = Math.floor(((at + 1) * peaks.length) / count);
    const part = peaks.slice(from, to);
    return part.reduce((sum, peak) => sum + peak * peak, 0) / part.length;
  });
  const loudest = Math.max(1, ...powers);
  return powers.map((power) => Math.max(1, Math.round((power / loudest) * 50)));
}

function speakerAt(time: number, stretches: Stretch[]): string | null {
  const stretch = stretches.findLast(({ start, end }) => start <= time && time < end);
  return stretch?.speaker ?? null;
}
