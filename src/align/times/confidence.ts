import type { Fitted } from '../fit/trace-back.ts';

/** The fit of right words in a clean recording, which the middle of a noisy one is measured from. */
const usual = -0.5;
/** How much worse than the file's usual a word fits that is as likely wrong as right, and how fast that turns. */
const even = 2.6;
const slope = 0.7;

/**
 * How sure a word's time is, 0–1: a logistic curve over how well it fits against the words of this recording.
 *
 * @param typical the median fit of the recording's words
 */
export function confidenceOf({ fit }: Fitted, typical: number): number {
  const worse = Math.min(typical, usual) - fit;
  return Math.round(100 / (1 + Math.exp((worse - even) / slope))) / 100;
}
