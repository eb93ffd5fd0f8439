import { timeInText } from '../time-in-text.ts';

/** A time at the head of a line, and what the line has besides. */
export interface TimeHead {
  shape: Shape;
  time: number;
  end: number | null;
  /** What stands before the time: somebody's name. */
  name: string | null;
  rest: string;
}

/**
 * `alone`: the line is a time. `bracketed`, `round`, `bare`: it leads the line, in such brackets or none.
 * `named`: it stands between a name and its colon. `nameAlone`: the line is a name and a time; `nameInline`:
 * text follows those.
 */
export type Shape = 'alone' | 'bracketed' | 'round' | 'bare' | 'named' | 'nameAlone' | 'nameInline';

const time = String.raw`\d{1,3}(?::\d{1,2}){1,3}(?:[.,]\d{1,3})?`;
const between = String.raw`\s?(?:-{1,2}>?|–|—|to|,)\s?`;
const span = String.raw`(${time})(?:[\])]?${between}[[(]?(${time}))?`;
const name = String.raw`\[?(\S[^:\n]{0,59}?)\]?`;

const shapes: [Shape, RegExp][] = [
  ['alone', new RegExp(String.raw`^[[(<]?${span}[\])>]?$`)],
  ['bracketed', new RegExp(String.raw`^\[${span}\](?:\s?[-–—:]\s)?\s*(.+)$`)],
  ['round', new RegExp(String.raw`^[(<]${span}[)>](?:\s?[-–—:]\s)?\s*(.+)$`)],
  ['bare', new RegExp(String.raw`^${span}(?:\s?[-–—:|]\s|\s)\s*(.+)$`)],
  ['named', new RegExp(String.raw`^${name}\s?[[(]${span}[\])]\s?:\s*(.*)$`)],
  [
    'nameAlone',
    new RegExp(String.raw`^${name}(?:,|\s)\s?(?:\||[-–—•@])?\s{0,8}[[(]?${span}[\])]?$`),
  ],
  [
    'nameInline',
    new RegExp(String.raw`^${name}(?:\s?[[(]${span}[\])]|\s{2,9}${span}(?=\s\s))\s{1,9}(.+)$`),
  ],
];

/** The time at the head of a line, by its shape alone; `peelTimes` decides whether it is one. */
export function timeHeadOf(line: string): TimeHead | null {
  const text = line.trim();
  if (!/\d:\d/.test(text.slice(0, 120))) return null;
  for (const [shape, pattern] of shapes) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const groups = found.slice(1);
    const named = shape.startsWith('name') ? (groups.shift() ?? null) : null;
    const rest = shape.endsWith('lone') ? '' : (groups.pop() ?? '');
    const [start, end] = groups.filter((group) => group !== undefined);
    const seconds = timeInText(start!);
    if (seconds === null) continue;
    return { shape, time: seconds, end: timeInText(end ?? ''), name: named, rest };
  }
  return null;
}
