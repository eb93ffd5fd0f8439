import type { Problem } from '../../episode/transcript.ts';
import type { Format, Reading } from '../format.ts';
import type { FourParts } from '../time-in-text.ts';
import { labelProse } from './label-prose.ts';
import { leaveOutMarks } from './leave-out-marks.ts';
import { markdownLabels } from './markdown-labels.ts';
import { type MarkdownLine, markdownLines } from './markdown-lines.ts';
import { type Peeled, peelTimes } from './peel-times.ts';
import { type LeftOut, plainInline, type References } from './plain-inline.ts';
import type { ProseLine } from './prose-line.ts';
import { tellProse } from './tell-prose.ts';
import { fourPartsIn } from './time-marks.ts';

export const markdown: Format = {
  name: 'markdown',
  looksLike: looksLikeMarkdown,
  read: readMarkdown,
};

/** Bold labels, escaped brackets, headings, links or front matter in the first part of the text. */
export function looksLikeMarkdown(text: string): boolean {
  const head = text.slice(0, 200_000);
  return signs.some((sign) => sign.test(head));
}

const signs = [
  /^[^\S\n]{0,9}(?:#{1,6} )?(?:(?:\\?\[|\(|`)[\d:.,\s\\]{3,20}[\])`] ?)?(?:\*\*|__)[^*\n]{1,120}(?:\*\*|__)/m,
  /\\[[\]*_~&<>`|+#-]|^\d+\\[.)]/m,
  /^#{1,6} \S/m,
  /\]\((?:https?:|\/|#|mailto:)/,
  /^---\s*\n[\w-]{1,40}\s*:/,
];

/**
 * Reads Markdown: bold names are labels (`markdownLabels`), escaped brackets hold times and stage directions.
 * In a file where none comes three times, labels are found as in plain text if those are more.
 */
export function readMarkdown(text: string): Reading {
  const { lines, references, language, problems } = markdownLines(text);
  const bold = markdownLabels(lines, (name) => plainInline(name, references, noneLeftOut()));
  const plain =
    bold === null || !speaksOften(bold) ? speechOf(lines, references, labelProse) : null;
  const isPlain =
    plain !== null && (bold === null || labelled(plain.heads.lines, lines) > labelled(bold, lines));
  const speech = isPlain ? plain : speechOf(bold ?? lines, references, onlyTimes);
  const told = tellProse(speech.heads.lines, speech.four, language);
  return { ...told, problems: [...problems, ...speech.problems, ...told.problems] };
}

interface Speech {
  heads: Peeled;
  four: FourParts;
  problems: Problem[];
}

/** What is said in the lines, as plain text, with labels and times at its heads found as the way is. */
function speechOf(
  lines: ProseLine[],
  references: References,
  readHeads: (lines: ProseLine[]) => Peeled,
): Speech {
  const left = noneLeftOut();
  const speech = leaveOutMarks(plainPassages(lines, references, left));
  const four = fourPartsIn(speech.lines.map((line) => line.text).join('\n'));
  const heads = readHeads(speech.lines);
  return { heads, four, problems: [...leftOut(left), ...speech.problems, ...heads.problems] };
}

function onlyTimes(lines: ProseLine[]): Peeled {
  return peelTimes(lines, ['alone']);
}

function noneLeftOut(): LeftOut {
  return { links: 0, images: 0 };
}

/** Whether somebody has three turns or more: then the bold names are labels, however few. */
function speaksOften(lines: ProseLine[]): boolean {
  const turns = new Map<string, number>();
  for (const { label } of lines) if (label !== null) turns.set(label, (turns.get(label) ?? 0) + 1);
  return [...turns.values()].some((count) => count > 2);
}

/** How many lines have a label, but for those of lists and quotes. */
function labelled(read: ProseLine[], lines: MarkdownLine[]): number {
  const apart = new Set(lines.filter(({ inBlock }) => inBlock).map(({ number }) => number));
  return read.filter(({ label, number }) => label !== null && !apart.has(number)).length;
}

/** The lines without the Markdown in their text, which may reach from one line of a paragraph to the next. */
function plainPassages(lines: ProseLine[], references: References, left: LeftOut): ProseLine[] {
  const plain: ProseLine[] = [];
  let from = 0;
  for (let at = 1; at <= lines.length; at += 1) {
    const next = lines[at];
    if (next !== undefined && !next.opens && next.label === null) continue;
    const passage = lines.slice(from, at);
    const text = passage.map((line) => line.text).join('\n');
    const texts = plainInline(text, references, left).split('\n');
    for (const [index, line] of passage.entries())
      plain.push({ ...line, text: texts[index] ?? '' });
    from = at;
  }
  return plain;
}

function leftOut({ links, images }: LeftOut): Problem[] {
  const problems: Problem[] = [];
  const say = (message: string) => problems.push({ line: null, message });
  if (links > 0) say(`Links are kept as their text; the addresses (${links}) are left out.`);
  if (images > 0) say(`Pictures are kept as their descriptions (${images}).`);
  return problems;
}
