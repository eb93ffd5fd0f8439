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
  const timed = questionHeads(peeled.map(breakHead));
  const heads = timed.map((line, at) => (isTimed(timed, at) ? { ...line, opens: true } : line));
  const labelled = readLabels(heads).map(({ label, text }, at) => {
    const line = timed[at]!;
    return label === line.label ? line : { ...line, label, text };
  });
  const found = labelled.some(({ label }) => label !== null);
  return { lines: found ? labelled : nameLines(labelled), problems };
}

/** Questions and answers as courts and press offices mark them: `Q. …`, `A. …`, `Q  …`, `Q – …`. */
function questionHeads(lines: ProseLine[]): ProseLine[] {
  const heads = lines.map(({ label, text }) => (label === null ? question.exec(text) : null));
  if (heads.filter((head) => head?.[1] === 'Q').length < 2) return lines;
  return lines.map((line, at) => {
    const head = heads[at];
    return head ? { ...line, label: head[1]!, text: line.text.slice(head[0].length) } : line;
  });
}

const question = /^\s{0,20}([QA])(?:\.|\t|\s{2}|\s?[-–—])\s{0,20}(?=\S)/;

/** Whether a time stands at the head of the line or above it: labels stand there too. */
function isTimed(lines: ProseLine[], at: number): boolean {
  const above = lines[at - 1];
  return (
    lines[at]!.time !== null || (above !== undefined && above.time !== null && above.text === '')
  );
}
