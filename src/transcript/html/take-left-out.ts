import type { Problem } from '../../episode/transcript.ts';
import type { Reason } from './left-out.ts';

/** How much text, in characters, a page shows and how much of it is left out for each reason. */
export interface Weights {
  shown: number;
  left: ReadonlyMap<Reason, { weight: number; line: number }>;
}

/**
 * Decides what a page leaves out but should not. Where it hides more than it shows, the transcript is what it
 * hides, behind a button that opens it; and what would leave a page without a word is taken whatever it is,
 * save for reading aids.
 */
export function reasonsToTake({ shown, left }: Weights): Reason[] {
  const hidden = left.get('hidden')?.weight ?? 0;
  if (hidden > shown) return ['hidden'];
  if (shown > 0) return [];
  return (['around', 'controls'] as const).filter((reason) => (left.get(reason)?.weight ?? 0) > 0);
}

/** Says what is taken, where it first stands. */
export function takenProblems([first]: Reason[], { left }: Weights): Problem[] {
  if (first === undefined) return [];
  const line = left.get(first)?.line ?? null;
  return [{ line, message: first === 'hidden' ? hides : nothingElse }];
}

const hides = 'The page hides most of its words; they are taken all the same.';
const nothingElse =
  'The page has words only around its content, on buttons or in other controls; they are taken.';
