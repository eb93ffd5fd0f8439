import { isBreak } from './break-labels.ts';
import { isName, leadsRemark } from './choose-labels.ts';
import type { MarkdownLine } from './markdown-lines.ts';
import type { ProseLine } from './prose-line.ts';
import { timeHeadOf } from './time-heads.ts';

/** Turns a label's Markdown into its text. */
type Plain = (text: string) => string;

/**
 * Finds who speaks in lines such as `**Name:** text` and `**Name**: text`; null where no line has a label of
 * this kind. A bold name without a colon counts where the file has it with one, or where it stands alone on
 * its line or before a time, twice or more; so does a name as a heading, a plain `Name:` that is bold
 * elsewhere, and `Break:`.
 */
export function markdownLabels(lines: MarkdownLine[], plain: Plain): ProseLine[] | null {
  const heads = lines.map((line) => boldHead(line.text, plain) ?? headingHead(line, plain));
  const names = namesOf(heads.filter((_, at) => !lines[at]!.inBlock));
  if (names.size === 0) return null;
  return lines.map((line, at) => {
    const head = heads[at] ?? plainHead(line.text);
    if (head === null || !(names.has(head.label) || (isBreak(head.label) && head.colon)))
      return line;
    const { label, time, end, rest } = head;
    return { ...line, label, time, end, text: rest };
  });
}

interface Head {
  label: string;
  colon: boolean;
  time: number | null;
  end: number | null;
  rest: string;
}

const timeBefore = String.raw`(\\?\[[\d:.,\s\\]{3,20}\])?\s{0,9}`;
const bold = new RegExp(
  String.raw`^${timeBefore}(\*{2,3}|__)\s{0,3}(:?)([^*\n]{1,120}?)\s{0,3}(:?)\s{0,3}(?:\*{2,3}|__)(\s?:)?`,
);

function boldHead(text: string, plain: Plain): Head | null {
  const found = bold.exec(text.trimStart());
  if (found === null) return null;
  const [all, before = '', , leading, name = '', inside, outside] = found;
  const colon = Boolean(leading || inside || outside);
  return clean(plain(name), colon, `${before} ${text.trimStart().slice(all.length)}`.trim());
}

/** A heading that is nothing but a name, or a name and a time. */
function headingHead({ text, isHeading }: MarkdownLine, plain: Plain): Head | null {
  if (!isHeading) return null;
  const found = /^\s*([^:]{1,60}?)\s?(:?)\s*$/.exec(text);
  return found && clean(plain(found[1]!), found[2] !== '', '');
}

function plainHead(text: string): Head | null {
  const found = /^\s*([^\s:*][^:*\n]{0,59}?)\s?:(?:\s+|$)/.exec(text);
  return found && clean(found[1]!, true, text.slice(found[0].length));
}

/** Takes a time out of the label (`Rich Bowen (00:12)`) and says once what was typed twice. */
function clean(name: string, colon: boolean, rest: string): Head | null {
  const inLabel = timeHeadOf(colon ? `${name}:` : name);
  const behind = colon ? null : timeHeadOf(rest);
  const alone = behind?.shape === 'alone' ? behind : null;
  const { time = null, end = null } = inLabel ?? alone ?? {};
  const bare = inLabel === null ? name : (inLabel.name ?? inLabel.rest.replace(/:$/, ''));
  const label = bare.trim().replace(/^(.+): \1$/, '$1');
  if (!/[\p{L}\p{N}]/u.test(label) || label.split(' ').length > 9) return null;
  return { label, colon, time, end, rest: alone ? '' : rest };
}

/** The labels of a file: those with a colon, and if there are none those that head turns otherwise. */
function namesOf(heads: (Head | null)[]): Set<string> {
  const colons = new Map<string, number>();
  const others = new Map<string, number>();
  for (const head of heads) {
    if (head === null) continue;
    const counts = head.colon ? colons : others;
    if (!head.colon && head.rest !== '') continue;
    counts.set(head.label, (counts.get(head.label) ?? 0) + 1);
  }
  const chosen = [...colons].filter(([label, count]) => count > 1 || !leadsRemark(label));
  if (chosen.length > 0) return new Set(chosen.map(([label]) => label));
  const repeats = [...others.values()].some((count) => count > 1);
  return new Set(repeats ? [...others.keys()].filter(isName) : []);
}
