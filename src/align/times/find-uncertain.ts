import type { Stretch } from '../../episode/alignment.ts';
import type { Measured } from './merge-times.ts';

/** Below this a word's time is doubtful. */
const doubtful = 0.5;
/** Doubtful words in a row that are worth telling of. */
const leastWords = 4;

/** Stretches in which word after word was placed without much certainty. */
export function findUncertain(found: (Measured | null)[]): Stretch[] {
  const stretches: Stretch[] = [];
  let run: Measured[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length >= leastWords) {
      stretches.push({ start: first.start, end: last.end });
    }
    run = [];
  };
  for (const measured of found) {
    if (!measured) continue;
    if (measured.confidence < doubtful) run.push(measured);
    else close();
  }
  close();
  return stretches;
}
