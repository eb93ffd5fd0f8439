import { decodeHTMLStrict } from 'entities';
import { wordsIn } from '../split-text.ts';

/** SubRip has no tags of its own; players borrow those of HTML and, in braces, of SubStation. */
const tags = /<\/?(?:[bisu]|c|em|font|span|strong|ruby|rp|rt|v)(?:[\s.][^<>]*)?>|\{\\[^{}]*\}/gi;

const readings = /<(r[pt])(?:\s[^<>]*)?>[^<]*<\/\1>/gi;

const lineEnd = /\n|<br(?:\s[^<>]*|\/)?>/i;
const anyLineEnd = /\n|\\N|<[Bb][Rr](?:\s[^<>]*|\/)?>/;

/** `C:\News` has no line end in it. */
const path = /\b[A-Z]:\\/i;

/**
 * The lines of a cue's text as words. Tags are taken off, `<br>` and SubStation's `\N` end lines; of
 * the character references that files have against the rules those count that end in a semicolon.
 */
export function readSrtText(text: string): { lines: string[][]; hasReadings: boolean } {
  const hasReadings = text.includes('<') && text.search(readings) !== -1;
  const shown = hasReadings ? text.replace(readings, '') : text;
  const lines = shown.split(shown.includes('\\N') && !path.test(shown) ? anyLineEnd : lineEnd);
  return { lines: lines.map(wordsOfLine), hasReadings };
}

function wordsOfLine(line: string): string[] {
  const bare = /[<{]/.test(line) ? line.replace(tags, '') : line;
  return wordsIn(bare.includes('&') ? decodeHTMLStrict(bare) : bare);
}
