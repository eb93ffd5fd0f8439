import { isName } from '../text/choose-labels.ts';
import { timeHeadOf } from '../text/time-heads.ts';
import type { Cell, Row } from './row.ts';

/**
 * Takes tables with a column of speakers, or one of times, beside the text: the name becomes the label of
 * the text in its row, the time its time. What the columns are is told by their headings or, failing that,
 * by what stands in them. Other tables stay lines of text.
 */
export function readTables(rows: Row[]): Row[] {
  const tables = new Map<number, CellRow[]>();
  for (const row of rows) {
    if (!isInCell(row)) continue;
    const table = tables.get(row.around.cell.table);
    if (table === undefined) tables.set(row.around.cell.table, [row]);
    else table.push(row);
  }
  if (tables.size === 0) return rows;
  const columns = new Map(Array.from(tables, ([table, cells]) => [table, columnsOf(cells)]));
  const beside: Beside = { table: -1, row: -1, label: null, time: null };
  return rows.filter((row) => {
    const kinds = row.around.cell === null ? null : columns.get(row.around.cell.table);
    return !kinds || !isInCell(row) || takeCell(row, kinds, beside);
  });
}

/** What stood in a row of a table before its text. */
interface Beside {
  table: number;
  row: number;
  label: string | null;
  time: number | null;
}

/** Whether the line is text, which takes what stood beside it. */
function takeCell(row: CellRow, kinds: Columns, beside: Beside): boolean {
  const { cell } = row.around;
  if (beside.table !== cell.table || beside.row !== cell.row) {
    Object.assign(beside, { table: cell.table, row: cell.row, label: null, time: null });
  }
  const { text } = row;
  const kind = kinds.of.get(cell.column) ?? 'text';
  if (cell.row === 0 && kinds.isHeaded) return false;
  if (kind === 'speaker') beside.label = text.replace(/\s?[:：]$/, '');
  if (kind === 'time') beside.time ??= timeHeadOf(text)?.time ?? null;
  if (kind !== 'text') return false;
  row.label ??= beside.label;
  row.time ??= beside.time;
  beside.label = null;
  beside.time = null;
  return true;
}

type CellRow = Row & { around: { cell: Cell } };
type Kind = 'speaker' | 'time' | 'text';

function isInCell(row: Row): row is CellRow {
  return row.around.cell !== null && row.around.kind !== 'rule';
}

/** Tables of speech have a few columns; it bounds the work on others. */
const mostColumns = 20;

interface Columns {
  of: Map<number, Kind>;
  /** Whether the first row has their headings. */
  isHeaded: boolean;
}

/** What each column holds, or null where the table is not one of speech. */
function columnsOf(cells: CellRow[]): Columns | null {
  const texts = new Map<number, string[]>();
  const of = new Map<number, Kind>();
  const isHeaded = hasHeadings(cells);
  for (const { text, around } of cells) {
    const { row, column } = around.cell;
    if (column >= mostColumns) return null;
    const found = texts.get(column);
    if (row === 0 && isHeaded) of.set(column, headingKind(text) ?? 'text');
    else if (found === undefined) texts.set(column, [text]);
    else found.push(text);
  }
  for (const [column, found] of texts) if (!of.has(column)) of.set(column, kindOf(found));
  const kinds = [...of.values()];
  const speakers = kinds.filter((kind) => kind === 'speaker').length;
  const isSpeech = kinds.includes('text') && (speakers === 1 || kinds.includes('time'));
  return isSpeech && speakers <= 1 ? { of, isHeaded } : null;
}

/** Whether the first row says what the columns hold: one of them at least in a word we know, all in few. */
function hasHeadings(cells: CellRow[]): boolean {
  const first = cells.filter(({ around }) => around.cell.row === 0).map(({ text }) => text);
  return first.some((text) => headingKind(text)) && first.every((text) => text.length <= 40);
}

function kindOf(texts: string[]): Kind {
  if (texts.every((text) => timeHeadOf(text)?.shape === 'alone')) return 'time';
  const names = texts.map((text) => text.replace(/\s?[:：]$/, ''));
  const repeats = new Set(names).size < names.length || texts.every((text) => /[:：]$/.test(text));
  return repeats && names.every(isName) ? 'speaker' : 'text';
}

function headingKind(text: string): Kind | null {
  if (text.length > 40) return null;
  const heading = text
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  for (const [kind, words] of columnHeadings) if (words.has(heading)) return kind;
  return null;
}

const columnHeadings: [Kind, Set<string>][] = [
  [
    'speaker',
    wordList('name participant person speaker speakers who sprecher intervenant locuteur hablante'),
  ],
  ['time', wordList('start begin in time timecode timestamp start time zeit temps tiempo end out')],
  [
    'text',
    wordList(
      'content dialog dialogue speech spoken text transcript transcription utterance what words',
    ),
  ],
];

function wordList(list: string): Set<string> {
  return new Set(list.split(' '));
}
