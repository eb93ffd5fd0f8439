import { type Correction, describeCorrection } from '../../episode/correction.ts';

/** A transcript that an episode had before, as the server lists it. */
export interface Version {
  /** Its name, by which it is brought back. */
  version: string;
  /** When another one took its place, ISO 8601; null where it was only put aside. */
  until: string | null;
  /** Whether readers could see it then. */
  corrected: boolean;
  /** What the one after it changed. */
  correction?: Correction;
  /** Who brought that. */
  by?: string;
}

const heads = { when: 'REPLACED', what: 'CHANGE', who: 'BY', name: 'VERSION' };
type Row = typeof heads;

/**
 * The transcripts an episode had before, the newest first: when another one took its place, what that changed,
 * by whom, and how each is brought back. Where a line has no room for all of that, each takes several.
 *
 * @param width characters of a line
 * @returns lines
 */
export function historyTable(slug: string, versions: Version[], width: number): string[] {
  const rows = versions.toReversed().map(rowOf);
  const [newest] = rows;
  if (newest === undefined) return ['It has had no other transcript.'];
  const table = inColumns(rows);
  const fits = table.every((line) => line.length <= width);
  return [
    ...(fits ? table : rows.flatMap((row) => inLines(row, width))),
    '',
    'To read one, and to bring it back, by its name:',
    `  npm run episode -- history ${slug} --print ${newest.name}`,
    `  npm run episode -- restore ${slug} --version ${newest.name}`,
  ];
}

function rowOf({ version, until, corrected, correction, by }: Version): Row {
  const change = correction ? describeCorrection(correction).slice(0, -1) : 'another transcript';
  const kind = corrected ? change : `${change} (readers saw the same)`;
  return {
    when: until === null ? 'put aside' : minute(until),
    what: until === null ? 'edited by hand, not published' : kind,
    who: plain(by ?? ''),
    name: plain(version),
  };
}

function inColumns(rows: Row[]): string[] {
  const columns = Object.keys(heads) as (keyof Row)[];
  const shown = columns
    .filter((column) => rows.some((row) => row[column] !== ''))
    .map((column) => {
      const all = [heads, ...rows].map((row) => row[column].length);
      return { column, width: Math.max(...all) };
    });
  return [heads, ...rows].map((row) =>
    shown
      .map(({ column, width }) => row[column].padEnd(width))
      .join('  ')
      .trimEnd(),
  );
}

function inLines({ when, what, who, name }: Row, width: number): string[] {
  const by = who === '' ? '' : `, by ${who}`;
  return [`${when}${by}`, ...wrap(what, width - 2), name].map((line, at) =>
    at === 0 ? line : `  ${line}`,
  );
}

/** By the clock of whoever reads it. */
function minute(moment: string): string {
  const at = new Date(moment);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Without what would move the cursor: names come from outside. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}
