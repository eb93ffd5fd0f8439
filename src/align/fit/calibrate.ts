import type { Chain } from '../spot/chain.ts';
import { framesPerStep } from '../spot/evidence.ts';
import { type Fitting, fitWords } from './fit-words.ts';

/** Steps that a unit has to last to be a measure. */
const shortest = 25;
/** Units that are fitted. */
const most = 12;
/** Frames around them. */
const margin = 25;
/** The share of the units, by evidence a step, among which these are chosen. */
const better = 0.7;

/** How well the right words fit where nothing was calibrated; as noisy recordings do. */
const unknown = -2;
/** A frame of something unwritten costs at least this, and this more than what the right words fit worse. */
const least = 2.5;
/** The same where the model has not learnt the language. */
const beyond = { known: 1.6, foreign: 3 } as const;

/**
 * Finds out how well the right words fit in this recording: they fit badly in a noisy one, and in one of another
 * language, and something unwritten must then cost more, or it would explain everything.
 *
 * @param chain whose best hits are taken to be right
 * @param lengths steps that units are expected to last
 * @returns what a frame of something unwritten costs
 */
export function calibrate(
  { hits }: Chain,
  lengths: number[],
  frames: number,
  fitting: Omit<Fitting, 'straying'>,
): number {
  const long = hits.filter((hit) => lengths[hit.unit]! >= shortest);
  const worth = (at: number) => long[at]!.score / lengths[long[at]!.unit]!;
  const ranked = Array.from(long.keys()).sort((a, b) => worth(b) - worth(a));
  const good = ranked.slice(0, Math.ceil(ranked.length * better)).sort((a, b) => a - b);
  const step = Math.max(1, good.length / most);
  let sum = 0;
  let heard = 0;
  for (let at = 0; Math.floor(at) < good.length; at += step) {
    const hit = long[good[Math.floor(at)]!]!;
    const window = {
      from: Math.max(0, hit.start * framesPerStep - margin),
      to: Math.min(frames, hit.end * framesPerStep + margin),
    };
    const span = { frames: window, units: [{ unit: hit.unit, window }] };
    const fit = fitWords(span, { ...fitting, straying: Number.POSITIVE_INFINITY });
    for (const word of fit?.words ?? []) {
      if (word === null) continue;
      sum += word.fit * (word.end - word.start);
      heard += word.end - word.start;
    }
  }
  const more = fitting.byItself ? beyond.foreign : beyond.known;
  return Math.max(least, more - (heard > 0 ? sum / heard : unknown));
}
