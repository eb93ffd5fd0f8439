import type { Break } from '../../episode/transcript.ts';
import type { FourParts } from '../time-in-text.ts';
import type { ProseLine } from './prose-line.ts';
import { bracketed, secondsIn } from './time-marks.ts';

const breaks = new Set(
  `ad ads advertisement break commercial sponsor sponsors werbung pause unterbrechung publicité pub pausa
  publicidad pubblicità reklama přestávka reclame`.split(/\s+/),
);

/** Whether a label names a pause in the conversation (`Break`, `Ad break`) and not somebody. */
export function isBreak(label: string): boolean {
  return label
    .toLowerCase()
    .split(/[ -]/)
    .every((word) => breaks.has(word));
}

/** Whether a line is drawn rather than written: `* * *`, `-----`. */
export function isRule(text: string): boolean {
  return /^\s*([*_=~#•–—-])(?:\s*\1){2,}\s*$/.test(text);
}

/** Takes off labels that have nothing beside them but times: `Break:` and `Outro: [58:05]`. */
export function breakHead(line: ProseLine): ProseLine {
  if (line.label !== null || !line.text.includes(':')) return line;
  const found = /^\s*([\p{L} -]{2,30}?)\s?:/u.exec(line.text);
  if (found === null) return line;
  const rest = line.text.slice(found[0].length).trim();
  const times = readBreak(null, rest, 'days');
  const isLabel = times !== null && (times.start !== null || isBreak(found[1]!));
  return isLabel ? { ...line, label: found[1]!, text: rest } : line;
}

/** Parts of the text beside a break: `[34:58] to [35:30]` is when; anything else is not, and null. */
export function readBreak(label: string | null, text: string, four: FourParts): Break | null {
  const times: number[] = [];
  const rest = text.replace(bracketed, (all, inside) => {
    const seconds = secondsIn(inside, four);
    if (seconds !== null) times.push(seconds);
    return seconds === null ? all : '';
  });
  const between =
    times.length === 2 ? /^\s*(?:to|till|until|bis|à|a|do|[-–—]+|->)?[\s.]*$/i : /^[\s.]*$/;
  if (times.length > 2 || !between.test(rest)) return null;
  return { label, start: times[0] ?? null, end: times[1] ?? null };
}
