import { decodeEntities } from '../decode-entities.ts';
import { type Emphasis, readEmphasis } from './plain-emphasis.ts';

/** What was in a text and is not in its plain form. */
export interface LeftOut {
  links: number;
  images: number;
}

/** Reference names of `[text][name]` that the document defines, in lower case. */
export type References = Set<string>;

/**
 * A paragraph of Markdown as plain text, with as many line ends as it had: escapes and character references
 * as the characters they stand for, links as their text, images as their description, emphasis, HTML tags
 * and comments gone. What is no Markdown stays. Every step looks at most as far as the next mark of its kind,
 * so that time grows with length, whatever the text.
 */
export function plainInline(text: string, references: References, left: LeftOut): string {
  const parts: string[] = [];
  const brackets: { part: number; image: boolean }[] = [];
  const emphasis: Emphasis = { '*': [], _: [], '~': [] };
  const unclosed = new Set<string>();
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text)![0];
    const from = at;
    at += found.length;
    const first = found[0]!;
    if (first === '\\') parts.push(found.length > 1 ? found.slice(1) : found);
    else if (first === '`') at = readCode(found, at);
    else if (found === '[' || found === '![') openBracket(found);
    else if (first === ']') at = closeBracket(at);
    else if (first === '<') at = readAngle(from);
    else if (first === '&') parts.push(decodeEntities(found));
    else if (first === '*' || first === '_' || first === '~')
      readEmphasis(text, from, found, parts, emphasis);
    else parts.push(found);
  }
  return parts.join('');

  /** Code is kept as it stands between equal runs of backticks. */
  function readCode(ticks: string, after: number): number {
    const end = unclosed.has(ticks) ? -1 : closingTicks(text, ticks, after);
    if (end === -1) {
      unclosed.add(ticks);
      parts.push(ticks);
      return after;
    }
    parts.push(text.slice(after, end));
    return end + ticks.length;
  }

  function openBracket(mark: string): void {
    brackets.push({ part: parts.length, image: mark === '![' });
    parts.push(mark);
  }

  function closeBracket(after: number): number {
    const opened = brackets.pop();
    const end = opened === undefined ? null : endOfAddress(text, after, references);
    if (opened === undefined || end === null) {
      parts.push(']');
      return after;
    }
    parts[opened.part] = '';
    if (opened.image) left.images += 1;
    else left.links += 1;
    return end;
  }

  function readAngle(from: number): number {
    if (text.startsWith('<!--', from)) {
      const end = unclosed.has('<!--') ? -1 : text.indexOf('-->', from + 4);
      if (end !== -1) return skip(from, end + 3);
      unclosed.add('<!--');
    }
    autolink.lastIndex = from;
    const address = autolink.exec(text)?.[1];
    if (address !== undefined) {
      parts.push(address);
      return from + address.length + 2;
    }
    tag.lastIndex = from;
    const found = tag.exec(text)?.[0];
    if (found !== undefined) return skip(from, from + found.length);
    parts.push('<');
    return from + 1;
  }

  /** Leaves out a stretch but its line ends; a tag for a line break parts words. */
  function skip(from: number, to: number): number {
    const skipped = text.slice(from, to);
    parts.push(/^<br\b/i.test(skipped) ? ' ' : skipped.replace(/[^\n]/g, ''));
    return to;
  }
}

// A backslash before a line end asks for a line break there, which is what the line end is.
const token = /\\[!-/:-@[-`{-~\n]?|`+|!\[|[[\]<]|\*+|_+|~+|&(?:#?\w{1,32};)?|!|[^\\`![\]<*_~&]+/y;
const autolink = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000}|[^<>\s@]{1,200}@[^<>\s@]{1,200})>/iy;
const tag = /<\/?[a-z][\w-]{0,40}(?:\s[^<>]{0,5000})?\/?>/iy;
const address =
  /\(\s{0,9}(?:<[^<>\n]{0,2000}>|[^\s()<][^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})?(?:\s{1,9}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s{0,9}\)/y;
// An address of the web is one too where it was typed with blanks in it, or with brackets too many.
const slippedAddress =
  /\((?:\s{0,9}https?:\/\/[^\s()<>]{1,2000}(?: [^\s()<>]{1,2000}){1,3}|\(\s{0,9}https?:\/\/[^\s()<>]{1,2000}\))\)/iy;
const reference = /\[([^[\]\n]{0,200})\]/y;

/** Index after the address that follows a bracketed text, or null where none does. */
function endOfAddress(text: string, after: number, references: References): number | null {
  for (const shape of [address, slippedAddress]) {
    shape.lastIndex = after;
    if (shape.test(text)) return shape.lastIndex;
  }
  reference.lastIndex = after;
  const name = reference.exec(text)?.[1];
  return name !== undefined && references.has(name.toLowerCase()) ? reference.lastIndex : null;
}

/** Index of the run of exactly so many backticks, or -1. Longer runs than 32 open nothing. */
function closingTicks(text: string, ticks: string, after: number): number {
  if (ticks.length > 32) return -1;
  let at = text.indexOf(ticks, after);
  while (at !== -1) {
    let end = at + ticks.length;
    while (text[end] === '`') end += 1;
    if (end - at === ticks.length) return at;
    at = text.indexOf(ticks, end);
  }
  return -1;
}
