/**
 * Finds where a text stops being JSON. Node's own message names the place only sometimes.
 *
 * @returns the line, counted from 1; the last one where the text merely ends too early
 */
export function jsonErrorLine(text: string): number {
  const opened: string[] = [];
  let expected: Expected = 'value';
  let fresh = false;
  let at = 0;
  let found = tokenAt(text, 0);
  while (found !== null) {
    const next = step(found, expected, opened, fresh);
    if (next === null) break;
    expected = next;
    fresh = found[1] !== undefined;
    at = token.lastIndex;
    found = tokenAt(text, at);
  }
  return lineOf(text, at);
}

type Expected = 'value' | 'key' | 'colon' | 'separator' | 'end';

const token =
  /[ \t\r\n]*(?:([{[])|([}\]])|([,:])|("[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

function tokenAt(text: string, at: number): RegExpExecArray | null {
  token.lastIndex = at;
  return token.exec(text);
}

/** What may come after this token, or null where it may not stand here. */
function step(
  [, open, close, mark, string]: RegExpExecArray,
  expected: Expected,
  opened: string[],
  fresh: boolean,
): Expected | null {
  const inObject = opened.at(-1) === '{';
  if (close !== undefined) {
    const ends = expected === 'separator' || fresh;
    return ends && opened.pop() === (close === '}' ? '{' : '[') ? afterValue(opened) : null;
  }
  if (mark === ':') return expected === 'colon' ? 'value' : null;
  if (mark === ',') return expected === 'separator' ? (inObject ? 'key' : 'value') : null;
  if (expected === 'key') return string === undefined ? null : 'colon';
  if (expected !== 'value') return null;
  if (open === undefined) return afterValue(opened);
  opened.push(open);
  return open === '{' ? 'key' : 'value';
}

function afterValue(opened: string[]): Expected {
  return opened.length === 0 ? 'end' : 'separator';
}

/** Line of the first character that is no white space from there on. */
function lineOf(text: string, at: number): number {
  const gap = /[ \t\r\n]*/y;
  gap.lastIndex = at;
  gap.exec(text);
  const end = gap.lastIndex < text.length ? gap.lastIndex : text.trimEnd().length;
  return text.slice(0, end).split(/\r\n|\n|\r/).length;
}
