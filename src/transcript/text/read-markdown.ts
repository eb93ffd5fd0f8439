import type { Problem } from '../../episode/transcript.ts';
import type { Format, Reading } from '../format.ts';
import { labelProse } from './label-prose.ts';
import { leaveOutMarks } from './leave-out-marks.ts';
import { markdownLabels } from './markdown-labels.ts';
import { type MarkdownLine, markdownLines } from './markdown-lines.ts';
import { peelTimes } from './peel-times.ts';
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
  const left: LeftOut = { links: 0, images: 0 };
  const bold = markdownLabels(lines, (name) => plainInline(name, references, { ...left }));
  const plain =
    bold === null || !speaksOften(bold)
      ? labelProse(plainPassages(lines, references, { ...left }))
      : null;
  const isPlain =
    plain !== null && (bold === null || labelled(plain.lines, lines) > labelled(bold, lines));
  const passages = plainPassages(isPlain ? lines : (bold ?? lines), references, left);
  const speech = leaveOutMarks(passages);
  const heads = isPlain ? labelProse(speech.lines) : peelTimes(speech.lines, ['alone']);
  const four = fourPartsIn(speech.lines.map((line) => line.text).join('\n'));
  const told = tellProse(heads.lines, four, language);
  const found = [...speech.problems, ...heads.problems, ...told.problems];
  return { transcript: told.transcript, problems: [...problems, ...leftOut(left), ...found] };
}

/** Whether somebody has three turns or more: then the bold names are labels, however few. */
function speaksOften(lines: ProseLine[]): boolean {
  const turns = new Map<string, number>();
  for (const { label } of lines) if (label !== null) turns.set(label, (turns.get(label) ?? 0) + 1);
  return [...turns.values()].some((count) => count > 2);
}

/** How many lines have a label, but for those of lists and quotes. */
function labelled(read: ProseLine[], lines: MarkdownLine[]): number {
  return read.filter(({ label }, at) => label !== null && !lines[at]!.inBlock).length;
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
