import { cepstra } from './cepstra.ts';
import { frameRate, type Heard } from './listen.ts';

/** What a stretch of the recording is, frames. */
export interface Told {
  heard: 'speech' | 'music' | 'silence';
  from: number;
  to: number;
}

/** A look takes two seconds: long enough for speech to show its changes. */
const look = 2 * frameRate;
/** Looks to either side that have a say. */
const around = 2;
/** The share of frames in which something is heard, below which it is silent. */
const leastActive = 0.15;
/** Music moves from sound to sound more slowly than this share of what speech does. */
const slowerThanSpeech = 0.87;

/**
 * How fast the sound changes: the mean difference of its cepstra over 20 ms. Speech goes from one sound to the
 * next ten times a second, music holds its notes (spectral flux; E. Scheirer, M. Slaney, 1997: Construction
 * and evaluation of a robust multifeature speech/music discriminator).
 */
export function changeIn({ cepstra: values }: Heard, from: number, to: number): number {
  let sum = 0;
  for (let frame = from + 1; frame < to - 1; frame += 1) {
    // The first cepstrum is loudness, which changes with a beat as well.
    for (let n = 1; n < cepstra; n += 1) {
      sum += Math.abs(values[(frame + 1) * cepstra + n]! - values[(frame - 1) * cepstra + n]!);
    }
  }
  return sum / Math.max(1, to - from - 2);
}

/**
 * Tells speech, music and silence apart in a part of the recording.
 *
 * @param active 1 for each frame in which something is heard
 * @param speech how fast this recording's speech changes
 */
export function tellSound(
  heard: Heard,
  active: Uint8Array,
  { from, to }: { from: number; to: number },
  speech: number,
): Told[] {
  const looks: Told['heard'][] = [];
  for (let at = from; at < to; at += look) {
    const end = Math.min(at + look, to);
    let count = 0;
    for (let frame = at; frame < end; frame += 1) count += active[frame]!;
    if (count < leastActive * (end - at)) looks.push('silence');
    else if (changeIn(heard, at, end) < slowerThanSpeech * speech) looks.push('music');
    else looks.push('speech');
  }
  const told: Told[] = [];
  for (const at of looks.keys()) {
    const what = usual(looks.slice(Math.max(0, at - around), at + around + 1), looks[at]!);
    const last = told.at(-1);
    const end = Math.min(from + (at + 1) * look, to);
    if (last?.heard === what) last.to = end;
    else told.push({ heard: what, from: from + at * look, to: end });
  }
  return told;
}

/** What most of the looks say; where they are even, the one in the middle. */
function usual(looks: Told['heard'][], middle: Told['heard']): Told['heard'] {
  let best = middle;
  const times = (what: Told['heard']) => looks.filter((other) => other === what).length;
  for (const what of looks) if (times(what) > times(best)) best = what;
  return best;
}
