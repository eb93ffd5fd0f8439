import { linesIn } from '../split-text.ts';

/** A line with words on it, and what stood at its head. */
export interface ProseLine {
  /** Counted from 1. */
  number: number;
  text: string;
  /** Whether a paragraph begins with it. */
  opens: boolean;
  /** Who speaks from here on; null where the line does not say. */
  label: string | null;
  /** Seconds, where a time stands at its head or above it. */
  time: number | null;
  end: number | null;
  /** Set where it is a heading, which nobody says. */
  isHeading?: true;
}

/** The lines that have words, and which of them open a paragraph. */
export function proseLines(text: string): ProseLine[] {
  const lines: ProseLine[] = [];
  let opens = true;
  for (const [at, line] of linesIn(text).entries()) {
    if (line.trim() === '') {
      opens = true;
      continue;
    }
    lines.push({ number: at + 1, text: line, opens, label: null, time: null, end: null });
    opens = false;
  }
  return lines;
}
