export interface Table {
  title: string;
  rows: Row[];
}

/** One figure, beside something known that was measured in the same run. */
export interface Row {
  what: string;
  value: number;
  unit: string;
  known: { what: string; value: number } | null;
}

/** A table for a terminal: what, figure, what it is compared with, ratio of the two. */
export function printTable({ title, rows }: Table): string {
  const cells = rows.map(({ what, value, unit, known }) => [
    what,
    `${figure(value)} ${unit}`.trim(),
    known === null ? '' : `${known.what} ${figure(known.value)} ${unit}`.trim(),
    known === null || known.value === 0 ? '' : (value / known.value).toFixed(2),
  ]);
  const lines = [['', 'measured', 'against', 'ratio'], ...cells];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const printed = lines.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('   ')
      .trimEnd(),
  );
  return `${[title, ...printed].join('\n')}\n`;
}

function figure(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value.toPrecision(value >= 10 ? 3 : 2);
}
