import type { ProseLine } from '../text/prose-line.ts';

/** A line of text on a page, as a reader would see it if the window were wide enough, with single spaces. */
export interface Row extends ProseLine {
  /** How much of the text, from its start, is printed bold. */
  boldTo: number;
  /** When words of it begin and end, where elements say so. */
  marks: TimeMark[] | null;
  around: Surroundings;
}

/** A place in a text whose word begins or ends at this second. */
export interface TimeMark {
  at: number;
  seconds: number;
  edge: 'start' | 'end';
}

/** What holds for the text at a place of the page. */
export interface Surroundings {
  kind: 'text' | 'heading' | 'rule';
  /** The heading it stands in (`h2`), if any. */
  level: string | null;
  /** Whether it stands in what a page has around its content. */
  aside: boolean;
  /** The form it stands in, outside of `main` and `article`, if any. */
  form: Form | null;
  cell: Cell | null;
}

export interface Form {
  /** Whether `main` or `article` stands in it, as where one form is the whole page. */
  holdsContent: boolean;
}

/** A cell of a table, counted from 0. */
export interface Cell {
  table: number;
  row: number;
  column: number;
}

/** The bold text at its start, all of it in a heading, and what follows. */
export function boldHead({ text, boldTo, around }: Row): { head: string; rest: string } {
  const to = around.kind === 'heading' ? text.length : boldTo;
  return { head: text.slice(0, to).trim(), rest: text.slice(to).trim() };
}
