import type { Cell } from './row.ts';

interface Table {
  number: number;
  row: number;
  column: number;
}

/** Counts the cells of tables, which may stand in one another. */
export function tableCells(): {
  /** The cell that an element begins, null where it leads out of one, undefined where it does neither. */
  begin: (name: string) => Cell | null | undefined;
  endTable: () => void;
} {
  const open: Table[] = [];
  let count = 0;
  return {
    begin(name) {
      if (name === 'table') {
        open.push({ number: count, row: -1, column: -1 });
        count += 1;
        return null;
      }
      const table = open.at(-1);
      if (table === undefined) return undefined;
      if (name === 'tr') {
        table.row += 1;
        table.column = -1;
      }
      if (name !== 'td' && name !== 'th') return undefined;
      table.column += 1;
      return { table: table.number, row: table.row, column: table.column };
    },
    endTable() {
      open.pop();
    },
  };
}
