import type { Problem } from '../../episode/transcript.ts';
import { isName } from '../text/choose-labels.ts';
import { labelProse } from '../text/label-prose.ts';
import { markdownLabels } from '../text/markdown-labels.ts';
import type { ProseLine } from '../text/prose-line.ts';
import { timeHeadOf } from '../text/time-heads.ts';
import { boldHead, type Row } from './row.ts';

/**
 * Finds who speaks in the lines of a page. Where elements say it (`cite`, a class, a table), that holds and
 * the text is not searched. Otherwise bold names are labels, as in Markdown, or there are labels as in plain
 * text. A heading that is no label is nobody's, and whoever spoke before it goes on behind it.
 */
export function labelRows(rows: Row[]): Labelled {
  const hasHeads = rows.some(({ around, boldTo }) => around.kind === 'heading' || boldTo > 0);
  const isNamed = rows.some(({ label }) => label !== null);
  if (!hasHeads) return isNamed ? { lines: rows, problems: [] } : labelProse(rows);
  const bold = isNamed ? rows : boldLabels(rows);
  const found = bold === null ? textLabels(rows) : { lines: bold, problems: [] };
  return { ...found, lines: withHeadings(rows, found.lines) };
}

interface Labelled {
  lines: ProseLine[];
  problems: Problem[];
}

/** Bold names and headings are read as their Markdown would be; null where none is a label. */
function boldLabels(rows: Row[]): ProseLine[] | null {
  const names = namesWithoutColon(rows);
  const marked = rows.map((row) => {
    const { number, text, opens, label, time, end } = row;
    const inBlock = false;
    return { number, text: markBold(row, names) ?? text, opens, label, time, end, inBlock };
  });
  const labelled = markdownLabels(marked, (text) => text);
  if (labelled === null) return null;
  return rows.map((row, at) => {
    const line = labelled[at]!;
    return line.label === null ? row : { ...line, time: line.time ?? row.time };
  });
}

function markBold(row: Row, names: Set<string>): string | null {
  if (row.boldTo === 0 && row.around.kind !== 'heading') return null;
  const { head, rest } = boldHead(row);
  if (head === '' || head.length > 100 || head.includes('*')) return null;
  if (!names.has(head)) return `**${head}**${rest.startsWith(':') ? '' : ' '}${rest}`.trim();
  return isTime(rest) ? `**${head} (${bare(rest)}):**` : `**${head}:** ${rest}`.trim();
}

/**
 * Bold names without a colon, where at least every fourth paragraph begins with one that comes again. Beside
 * those, somebody who is named once, alone or with a time, is somebody too; in a heading where the names that
 * come again are headings of the same level.
 */
function namesWithoutColon(rows: Row[]): Set<string> {
  const times = new Map<string, number>();
  const alone = new Set<string>();
  const levels = new Map<string, Set<string>>();
  for (const row of rows) {
    if (!row.opens || (row.boldTo === 0 && row.around.kind !== 'heading')) continue;
    const { head, rest } = boldHead(row);
    if (rest.startsWith(':') || !isName(head)) continue;
    times.set(head, (times.get(head) ?? 0) + 1);
    const { level } = row.around;
    if (isTime(rest) || (rest === '' && level === null)) alone.add(head);
    if (level !== null) levels.set(level, (levels.get(level) ?? new Set()).add(head));
  }
  const repeated = [...times].filter(([, count]) => count > 1);
  const all = repeated.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0 || all * 4 < rows.filter(({ opens }) => opens).length) return new Set();
  const names = new Set(repeated.map(([name]) => name));
  const beside = [...levels.values()].filter((heads) => [...heads].some((head) => names.has(head)));
  return new Set([...names, ...alone, ...beside.flatMap((heads) => [...heads])]);
}

function isTime(text: string): boolean {
  return text.length < 40 && timeHeadOf(text)?.shape === 'alone';
}

/** A time without the brackets around it. */
function bare(time: string): string {
  return time.replace(/[[\](){}<>]/g, '');
}

/** Headings are searched only where they end in a colon: a title can have one inside. */
function textLabels(rows: Row[]): Labelled {
  const isSearched = ({ around, text }: Row) => around.kind !== 'heading' || /[:：]$/.test(text);
  const { lines, problems } = labelProse(rows.filter(isSearched));
  const found = lines.values();
  return {
    lines: rows.map((row) => (isSearched(row) ? (found.next().value ?? row) : row)),
    problems,
  };
}

function withHeadings(rows: Row[], lines: ProseLine[]): ProseLine[] {
  let speaking = '';
  let interrupted = false;
  return lines.map((line, at) => {
    const { kind } = rows[at]!.around;
    if (kind === 'heading' && line.label === null) {
      interrupted = true;
      return { ...line, label: '' };
    }
    const goesOn = interrupted && line.label === null && kind === 'text';
    interrupted = false;
    speaking = kind === 'rule' ? '' : (line.label ?? speaking);
    return goesOn ? { ...line, label: speaking } : line;
  });
}
