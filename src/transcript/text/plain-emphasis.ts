/** Runs of each mark that wait for the run that closes them. */
export type Emphasis = Record<'*' | '_' | '~', Run[]>;

interface Run {
  part: number;
  /** Marks not yet paired. */
  count: number;
}

/**
 * Pairs a run of `*`, `_` or `~~` with the runs before it, by the rules of
 * https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis for which of them may open and close.
 * Paired marks vanish, others stay text.
 */
export function readEmphasis(
  text: string,
  from: number,
  marks: string,
  parts: string[],
  waiting: Emphasis,
): void {
  const mark = marks[0] as keyof Emphasis;
  const { opens, closes } = sides(text, from, from + marks.length, mark);
  const run: Run = { part: parts.length, count: marks.length };
  parts.push(marks);
  if (mark === '~' && marks.length !== 2) return;
  const stack = waiting[mark];
  while (closes && run.count > 0 && stack.length > 0) {
    const opened = stack.at(-1)!;
    const paired = Math.min(opened.count, run.count);
    opened.count -= paired;
    run.count -= paired;
    parts[opened.part] = mark.repeat(opened.count);
    if (opened.count === 0) stack.pop();
  }
  parts[run.part] = mark.repeat(run.count);
  if (opens && run.count > 0) stack.push(run);
}

/** Whether a run may open emphasis and whether it may close it, by what stands on either side. */
function sides(
  text: string,
  from: number,
  to: number,
  mark: string,
): { opens: boolean; closes: boolean } {
  const before = from === 0 ? ' ' : text[from - 1]!;
  const after = text[to] ?? ' ';
  const [spaceBefore, spaceAfter] = [/\s/.test(before), /\s/.test(after)];
  const [pointBefore, pointAfter] = [point.test(before), point.test(after)];
  const left = !spaceAfter && (!pointAfter || spaceBefore || pointBefore);
  const right = !spaceBefore && (!pointBefore || spaceAfter || pointAfter);
  if (mark !== '_') return { opens: left, closes: right };
  return { opens: left && (!right || pointBefore), closes: right && (!left || pointAfter) };
}

const point = /[\p{P}\p{S}]/u;
