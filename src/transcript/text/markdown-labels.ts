import { isBreak } from './break-labels.ts';
import { isName, isRole, leadsRemark } from './choose-labels.ts';
import type { MarkdownLine } from './markdown-lines.ts';
import type { ProseLine } from './prose-line.ts';
import { isBrief } from './read-labels.ts';
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
  const heads = lines.map(({ text }) => boldHead(text, plain));
  const bold = namesOf(heads.filter((_, at) => !lines[at]!.inBlock));
  const names = bold.size > 0 ? bold : headingNames(lines, plain);
  if (names.size === 0) return null;
  return lines.map((line, at) => {
    const head = heads[at] ?? (bold.size > 0 ? plainHead(line.text) : headingHead(line, plain));
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

const timeBefore = String.raw`((?:\\?\[|\(|\x60)[\d:.,\s\\]{3,20}[\])\x60])?\s{0,9}`;
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

/** Names as headings, where those that come again stand over at least every fourth paragraph. */
function headingNames(lines: MarkdownLine[], plain: Plain): Set<string> {
  const times = new Map<string, number>();
  for (const line of lines) {
    const label = headingHead(line, plain)?.label;
    if (label !== undefined && isName(label)) times.set(label, (times.get(label) ?? 0) + 1);
  }
  const repeated = [...times].filter(([, count]) => count > 1);
  const all = repeated.reduce((sum, [, count]) => sum + count, 0);
  const paragraphs = lines.filter(({ opens, isHeading }) => opens && !isHeading).length;
  return new Set(all > 0 && all * 4 >= paragraphs ? times.keys() : []);
}

/** A heading that is nothing but a name, or a name and a time. */
function headingHead({ text, isHeading }: MarkdownLine, plain: Plain): Head | null {
  const found = isHeading ? /^\s*([^:]{1,60}?)\s?:?\s*$/.exec(text) : null;
  return found && clean(plain(found[1]!), false, '');
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
  if (!/[\p{L}\p{N}]/u.test(label) || label.split(' ').length > 9 || /[。，；！]/.test(label))
    return null;
  return { label, colon, time, end, rest: alone ? '' : rest };
}

/**
 * The labels of a file: those with a colon, and if there are none those that head turns otherwise. One that
 * is a role, seen once, with a name behind it and above everybody who speaks again (`**Host:** Ann`), is none.
 */
function namesOf(heads: (Head | null)[]): Set<string> {
  const colons = new Map<string, number>();
  const others = new Map<string, number>();
  for (const head of heads) {
    if (head === null) continue;
    const counts = head.colon ? colons : others;
    if (!head.colon && head.rest !== '') continue;
    counts.set(head.label, (counts.get(head.label) ?? 0) + 1);
  }
  const speech = heads.findIndex((head) => head?.colon && (colons.get(head.label) ?? 0) > 1);
  const above = heads.slice(0, Math.max(speech, 0));
  const facts = new Set(
    above
      .filter((head) => head && isBrief(head.rest) && isRole(head.label))
      .map((head) => head!.label),
  );
  const chosen = [...colons].filter(
    ([label, count]) => count > 1 || !(leadsRemark(label) || facts.has(label)),
  );
  if (chosen.length > 0) return new Set(chosen.map(([label]) => label));
  const repeats = [...others.values()].some((count) => count > 1);
  return new Set(repeats ? [...others.keys()].filter(isName) : []);
}
