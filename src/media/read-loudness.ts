import type { Loudness } from '../episode/episode.ts';

/**
 * Reads the summary that ffmpeg's `ebur128` filter prints at its end. −70 LUFS is the gate below which
 * EBU R 128 hears nothing, so it stands for silence or for less than 400 ms. The range is one of stretches of
 * three seconds, so it says nothing about a sound of under ten.
 *
 * @param duration seconds of the sound
 */
export function readLoudness(stderr: string, duration: number): Loudness {
  const summary = stderr.slice(Math.max(stderr.lastIndexOf('Summary:'), 0));
  const integrated = numberAfter(summary, /\bI:\s+(-?[\d.]+) LUFS/);
  const heard = integrated !== null && integrated > -70;
  return {
    integrated: heard ? integrated : null,
    truePeak: numberAfter(summary, /\bPeak:\s+(-?[\d.]+) dBFS/),
    range: heard && duration >= 10 ? numberAfter(summary, /\bLRA:\s+(-?[\d.]+) LU/) : null,
  };
}

function numberAfter(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
