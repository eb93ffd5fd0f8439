import { breakHead } from './break-labels.ts';
import { nameLines } from './name-lines.ts';
import { type Peeled, peelTimes } from './peel-times.ts';
import type { ProseLine } from './prose-line.ts';
import { readLabels } from './read-labels.ts';

/**
 * Finds who speaks and when at the heads of lines: first times (`peelTimes`), then labels with a colon
 * (`readLabels`), and where there are none those without (`nameLines`).
 */
export function labelProse(given: ProseLine[]): Peeled {
  const { lines: peeled, problems } = peelTimes(given);
  const timed = peeled.map(breakHead);
  const heads = timed.map((line, at) => (isTimed(timed, at) ? { ...line, opens: true } : line));
  const labelled = readLabels(heads).map(({ label, text }, at) => {
    const line = timed[at]!;
    return label === line.label ? line : { ...line, label, text };
  });
  const found = labelled.some(({ label }) => label !== null);
  return { lines: found ? labelled : nameLines(labelled), problems };
}

/** Whether a time stands at the head of the line or above it: labels stand there too. */
function isTimed(lines: ProseLine[], at: number): boolean {
  const above = lines[at - 1];
  return (
    lines[at]!.time !== null || (above !== undefined && above.time !== null && above.text === '')
  );
}
