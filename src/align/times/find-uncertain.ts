import type { Stretch } from '../../episode/alignment.ts';
import { doubtful, leastDoubtful } from '../../episode/doubt.ts';
import type { Measured } from './merge-times.ts';

/** Stretches in which word after word was placed without much certainty. */
export function findUncertain(found: (Measured | null)[]): Stretch[] {
  const stretches: Stretch[] = [];
  let run: Measured[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length >= leastDoubtful) {
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
