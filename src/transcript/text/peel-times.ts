import type { Problem } from '../../episode/transcript.ts';
import { isName } from './choose-labels.ts';
import type { ProseLine } from './prose-line.ts';
import { type Shape, type TimeHead, timeHeadOf } from './time-heads.ts';

export interface Peeled {
  lines: ProseLine[];
  problems: Problem[];
}

/**
 * Takes the times from the heads of lines, and the names that stand beside them without a colon. Times in
 * square brackets and those between a name and its colon (`Rich Bowen (00:12):`) are beyond doubt. The
 * others are taken where the whole file has them: a sentence too can begin with `48:15`.
 *
 * @param shapes those to look for
 */
export function peelTimes(given: ProseLine[], shapes: readonly Shape[] = allShapes): Peeled {
  const heads = given.map(({ label, text }) => {
    const head = label === null ? timeHeadOf(text) : null;
    const trusted = head !== null && shapes.includes(head.shape);
    return trusted && (head.name === null || isName(head.name)) ? head : null;
  });
  const customs = customary(heads, given.length);
  const ofDay = heads.find((head) => head?.shape === 'nameAlone');
  const areOfDay = ofDay !== undefined && ofDay !== null && isTimeOfDay(ofDay);
  const lines = given.map((line, at) => {
    const head = heads[at] ?? null;
    if (head === null || !customs.has(head.shape)) return line;
    const { time, end, name, rest } = head;
    if (head.shape === 'named') return { ...line, time, end, text: `${name}: ${rest}` };
    if (areOfDay) return { ...line, label: name, text: rest };
    return { ...line, time, end, label: name, text: rest };
  });
  const first = areOfDay ? given[heads.indexOf(ofDay)]!.number : null;
  return { lines, problems: first === null ? [] : [{ line: first, message: timesOfDay }] };
}

/**
 * Takes the times from behind labels (`Ann: 0:03 Hello`), by the same rules, where labels have them as a
 * custom. Those in square brackets are times wherever they stand (`anchorWords`).
 */
export function peelBehindLabels(lines: ProseLine[]): ProseLine[] {
  const labelled = lines.filter(
    ({ label, time, text }) => label !== null && time === null && /^\s?\(?\d{1,3}:\d/.test(text),
  );
  if (labelled.length === 0) return lines;
  const bare = labelled.map((line) => ({ ...line, label: null }));
  const { lines: peeled } = peelTimes(bare, ['alone', 'round', 'bare']);
  if (peeled.every((line, at) => line === bare[at])) return lines;
  const found = new Map(labelled.map((line, at) => [line, { ...peeled[at]!, label: line.label }]));
  return lines.map((line) => found.get(line) ?? line);
}

const allShapes: Shape[] = [
  'alone',
  'bracketed',
  'round',
  'bare',
  'named',
  'nameAlone',
  'nameInline',
];

/** The shapes that this file has as a custom: twice or more, and with times that rise. */
function customary(heads: (TimeHead | null)[], lines: number): Set<Shape> {
  const customs = new Set<Shape>(['bracketed', 'named']);
  for (const shape of ['alone', 'round', 'bare', 'nameAlone', 'nameInline'] as const) {
    const alike = (head: TimeHead) =>
      head.shape === shape || (shape === 'round' && head.shape === 'bracketed');
    const times = heads.filter((head) => head !== null && alike(head)).map((head) => head!.time);
    const rises = times.filter((time, at) => at > 0 && time >= times[at - 1]!).length;
    const often = shape !== 'bare' || times.length * 4 >= lines;
    if (times.length > 1 && often && rises * 5 >= (times.length - 1) * 4) customs.add(shape);
  }
  return customs;
}

/** Meetings save the time of day beside names; no recording has four hours before its first word. */
function isTimeOfDay({ time }: TimeHead): boolean {
  return time >= 4 * 3600 && time < 24 * 3600;
}

const timesOfDay =
  'The times beside the names are those of the day, not of the recording; they are left out.';
