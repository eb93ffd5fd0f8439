import type { Problem } from '../../episode/transcript.ts';
import { linesIn } from '../split-text.ts';
import { frontMatterOf } from './front-matter.ts';
import { codeLine, definedReference, fenceMark, withoutBlockMarks } from './markdown-block.ts';
import type { References } from './plain-inline.ts';
import type { ProseLine } from './prose-line.ts';

/** A line with the marks of its block taken off, and those inside its text still there. */
export interface MarkdownLine extends ProseLine {
  /** Whether it is quoted or an item of a list, where a bold word is hardly anybody's name. */
  inBlock: boolean;
}

export interface MarkdownLines {
  lines: MarkdownLine[];
  references: References;
  language: string | null;
  problems: Problem[];
}

/**
 * Takes the lines of Markdown out of their blocks. Front matter and the definitions of references are no
 * speech and left out, with a problem; of front matter the language is kept.
 */
export function markdownLines(text: string): MarkdownLines {
  const all = linesIn(text);
  const front = frontMatterOf(all);
  const references: References = new Set();
  const lines: MarkdownLine[] = [];
  const unsaid = { label: null, time: null, end: null };
  let opens = true;
  let fence: string | null = null;
  for (let at = front.lines; at < all.length; at += 1) {
    const line = all[at]!;
    const mark = fenceMark(line);
    const reference = fence === null ? definedReference(line) : null;
    if (reference !== null) references.add(reference);
    if (mark !== null && (fence === null || mark.startsWith(fence))) {
      fence = fence === null ? mark : null;
      opens = true;
    } else if (
      line.trim() === '' ||
      reference !== null ||
      isUnderline(line, opens || fence !== null)
    ) {
      opens = true;
    } else {
      const block = fence === null ? withoutBlockMarks(line) : codeLine(line);
      const { text, inBlock } = block;
      opens ||= block.opensParagraph;
      const found = { number: at + 1, text, opens, inBlock, ...unsaid };
      if (text.trim() !== '') lines.push(block.isHeading ? { ...found, isHeading: true } : found);
      opens = text.trim() === '' || block.closesParagraph;
    }
  }
  return {
    lines,
    references,
    language: front.language,
    problems: leftOut(front.lines, references.size),
  };
}

/** A line of `===` or `---` under a heading. */
function isUnderline(line: string, standsAlone: boolean): boolean {
  return !standsAlone && /^ {0,3}(?:=+|-{2,})\s*$/.test(line);
}

function leftOut(frontLines: number, references: number): Problem[] {
  const problems: Problem[] = [];
  if (frontLines > 0) {
    const message = 'The lines between --- are no part of the transcript; they are left out.';
    problems.push({ line: 1, message });
  }
  if (references > 0) {
    problems.push({ line: null, message: `The addresses of links (${references}) are left out.` });
  }
  return problems;
}
