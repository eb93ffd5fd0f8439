import { isSound } from '../mark-directions.ts';
import { isName } from './choose-labels.ts';
import type { ProseLine } from './prose-line.ts';

/**
 * Finds labels that have no colon, in a file that has none with one: `[Rich] text`, or a name alone on its
 * line. A name must head paragraphs twice or more, and what stands in brackets must not be a sound.
 */
export function nameLines(lines: ProseLine[]): ProseLine[] {
  const bracketed = headed(lines, inBrackets);
  if (bracketed !== null) return bracketed;
  return headed(lines, alone) ?? lines;
}

interface Head {
  name: string;
  rest: string;
}

type HeadOf = (lines: ProseLine[], at: number) => Head | null;

/** The lines with their heads taken off, or null where that is not the custom of this file. */
function headed(lines: ProseLine[], headOf: HeadOf): ProseLine[] | null {
  const heads = lines.map((_, at) => headOf(lines, at));
  const times = new Map<string, number>();
  for (const head of heads) if (head) times.set(head.name, (times.get(head.name) ?? 0) + 1);
  const repeated = [...times.values()].filter((count) => count > 1);
  const paragraphs = lines.filter(({ opens }) => opens).length;
  const all = repeated.reduce((sum, count) => sum + count, 0);
  if (all === 0 || all * 4 < paragraphs) return null;
  // Beside those who speak again, somebody who speaks once is somebody too.
  return lines.map((line, at) => {
    const head = heads[at];
    return head ? { ...line, label: head.name, text: head.rest } : line;
  });
}

function inBrackets(lines: ProseLine[], at: number): Head | null {
  if (!lines[at]!.text.includes('[')) return null;
  const found = /^\s*\[([^[\]]{1,60})\]:?(?:\s+(.*)|\s*)$/.exec(lines[at]!.text);
  const name = found?.[1]?.trim() ?? '';
  if (found === null || !isName(name) || isSound(name.split(' '))) return null;
  return { name, rest: found[2] ?? '' };
}

/** A name heads a paragraph or follows a time, and text follows it that is no name itself. */
function alone(lines: ProseLine[], at: number): Head | null {
  const { text, opens } = lines[at]!;
  const before = lines[at - 1];
  const next = lines[at + 1];
  const heads = opens || (before !== undefined && before.time !== null && before.text === '');
  if (!heads || next === undefined || text.length > 60) return null;
  const name = text.trim();
  return isName(name) && !isName(next.text.trim()) ? { name, rest: '' } : null;
}
