import type { Problem } from '../../episode/transcript.ts';
import { linesIn } from '../split-text.ts';
import { secondsFrom } from './caption-time.ts';
import type { FoundCue } from './cue.ts';

/** A line of the file. */
export interface Row extends FoundCue {
  /** The name in its own column; empty where there is none. */
  speaker: string;
}

interface Columns {
  start: number;
  end: number;
  text: number;
  /** -1 where there is none. */
  speaker: number;
}

const usual: Columns = { start: 0, end: 1, text: 2, speaker: -1 };

/** The lines below the header as cues; lines without two times keep their text, together, and have none. */
export function rowsIn(text: string): { rows: Row[]; problems: Problem[] } {
  const lines = linesIn(text);
  const header = lines.findIndex((line) => line.trim() !== '');
  const named = columnsIn(lines[header] ?? '');
  const rows: Row[] = [];
  const problems: Problem[] = [];
  for (let at = named ? header + 1 : 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (!hasWords(line)) continue;
    const row = timedRow(line, at + 1, named ?? usual);
    const last = rows.at(-1);
    if (row !== null) {
      rows.push(row);
    } else if (last?.start === null) {
      last.text += `\n${line.trim()}`;
    } else {
      rows.push({ ...untimedRow, text: line.trim(), line: at + 1 });
      problems.push({ line: at + 1, message: noTimes });
    }
  }
  if (countsMilliseconds(rows)) for (const row of rows) toSeconds(row);
  return { rows, problems };
}

/** Audacity puts the frequencies of a label on a line of their own that begins with a backslash. */
export function hasWords(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('\\\t');
}

const untimedRow = { id: '', start: null, end: null, speaker: '', sound: false };

function timedRow(line: string, at: number, columns: Columns): Row | null {
  const cells = line.split('\t');
  const start = timeIn(cells[columns.start]);
  const end = timeIn(cells[columns.end]);
  if (start === null || end === null) return null;
  const speaker = cells[columns.speaker]?.trim() ?? '';
  // Text that comes last may have tabs of its own.
  const isLast = columns.text > Math.max(columns.start, columns.end, columns.speaker);
  const text = isLast ? cells.slice(columns.text).join(' ') : (cells[columns.text] ?? '');
  return { id: '', start, end, text: text.trim(), line: at, sound: true, speaker };
}

/** Where the columns are, if the line is a header. */
export function columnsIn(line: string): Columns | null {
  const names = line.split('\t', 20).map((name) => name.trim().toLowerCase());
  const [start, end, text] = ['start', 'end', 'text'].map((name) => names.indexOf(name));
  if (start === -1 || end === -1 || text === -1) return null;
  return { start: start!, end: end!, text: text!, speaker: names.indexOf('speaker') };
}

/** Whole numbers are milliseconds, unless they make cues so short that seconds must be meant. */
function countsMilliseconds(rows: Row[]): boolean {
  let count = 0;
  let total = 0;
  for (const { start, end } of rows) {
    if (start === null || end === null) continue;
    if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
    count += 1;
    total += end - start;
  }
  return total >= shortest * count;
}

function toSeconds(row: Row): void {
  if (row.start !== null) row.start /= 1000;
  if (row.end !== null) row.end /= 1000;
}

/** No file has cues of less than this in milliseconds throughout, nor of more than this in seconds. */
const shortest = 100;

const number = /^\s*(\d{1,12})(?:[.,](\d{1,9}))?\s*$/;
const clock = /^\s*(?:(\d{1,9}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?\s*$/;

export function isTime(cell: string): boolean {
  return timeIn(cell) !== null;
}

/** As the file counts, be it seconds or milliseconds. */
function timeIn(cell = ''): number | null {
  const plain = number.exec(cell);
  if (plain !== null) return Number(`${plain[1]}.${plain[2] ?? '0'}`);
  const found = clock.exec(cell);
  return found && secondsFrom(found[1], found[2], found[3], found[4]);
}

const noTimes = 'There are no two times here; the text is kept without a time.';
