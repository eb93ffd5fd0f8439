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
  let found = tokenAt(text, at);
  while (found !== null) {
    const next = step(found.kind, expected, opened, fresh);
    if (next === null) break;
    expected = next;
    fresh = found.kind === '{' || found.kind === '[';
    at = found.end;
    found = tokenAt(text, at);
  }
  return lineOf(text, at);
}

type Expected = 'value' | 'key' | 'colon' | 'separator' | 'end';

interface Token {
  /** The mark itself, `"` for a string, `0` for a number or a word. */
  kind: string;
  /** Index after it. */
  end: number;
}

const token =
  /[ \t\r\n]*(?:([{}[\],:"])|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

function tokenAt(text: string, at: number): Token | null {
  token.lastIndex = at;
  const found = token.exec(text);
  if (found === null) return null;
  const kind = found[1] ?? '0';
  const end = kind === '"' ? stringEnd(text, token.lastIndex) : token.lastIndex;
  return end === null ? null : { kind, end };
}

/** Index after the quotation mark that ends a string; null where the line or the text ends before. */
function stringEnd(text: string, from: number): number | null {
  const special = /["\\\r\n]/g;
  special.lastIndex = from;
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    if (found[0] === '"') return special.lastIndex;
    if (found[0] !== '\\') return null;
    special.lastIndex += 1;
  }
  return null;
}

/** What may come after this token, or null where it may not stand here. */
function step(kind: string, expected: Expected, opened: string[], fresh: boolean): Expected | null {
  if (kind === '}' || kind === ']') {
    const ends = expected === 'separator' || fresh;
    return ends && opened.pop() === (kind === '}' ? '{' : '[') ? afterValue(opened) : null;
  }
  if (kind === ':') return expected === 'colon' ? 'value' : null;
  if (kind === ',' && expected === 'separator') return opened.at(-1) === '{' ? 'key' : 'value';
  if (kind === ',') return null;
  if (expected === 'key') return kind === '"' ? 'colon' : null;
  if (expected !== 'value') return null;
  if (kind !== '{' && kind !== '[') return afterValue(opened);
  opened.push(kind);
  return kind === '{' ? 'key' : 'value';
}

function afterValue(opened: string[]): Expected {
  return opened.length === 0 ? 'end' : 'separator';
}

/** Line of the first character from there on that is no white space. */
function lineOf(text: string, at: number): number {
  const end = text.length - text.slice(at).trimStart().length;
  return text.slice(0, end === text.length ? text.trimEnd().length : end).split(/\r\n|\n|\r/)
    .length;
}
