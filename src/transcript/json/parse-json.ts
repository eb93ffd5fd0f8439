import { AlongsideError } from '../../episode/error.ts';
import { linesIn } from '../split-text.ts';
import type { Report } from './dialect.ts';
import { jsonErrorLine } from './json-error-line.ts';

/**
 * Parses JSON, and JSON Lines as a list of its lines. Python prints `NaN` and `Infinity`, which are no JSON;
 * they are read as null and reported.
 *
 * @throws AlongsideError `transcript_malformed` with the line where the text stops being JSON
 */
export function parseJson(given: string, report: Report): unknown {
  const text = given.replace(/^\uFEFF+/, '');
  const whole = valueIn(text);
  if (whole !== undefined) return whole;
  const numbers = withoutNaN(text);
  const mended = numbers === text ? undefined : valueIn(numbers);
  if (mended === undefined) return readLines(numbers);
  report('The file has numbers that JSON does not know (NaN, Infinity); they are left out.');
  return mended;
}

/** The value, or undefined where the text is not JSON. */
function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** It is JSON Lines if the first line is an object by itself and another follows. */
function readLines(text: string): unknown[] {
  const lines = linesIn(text);
  const first = lines.findIndex((line) => line.trim() !== '');
  const filled = lines.slice(first + 1).some((line) => line.trim() !== '');
  if (!filled || valueIn(lines[first] ?? '') === undefined) throw broken(jsonErrorLine(text));
  const values: unknown[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = valueIn(line);
    if (value === undefined) throw broken(at + 1);
    values.push(value);
  }
  return values;
}

function withoutNaN(text: string): string {
  const special = /"|-?\b(?:NaN|Infinity)\b/g;
  const parts: string[] = [];
  let from = 0;
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    if (found[0] === '"') {
      special.lastIndex = stringEnd(text, special.lastIndex);
      continue;
    }
    parts.push(text.slice(from, found.index), 'null');
    from = special.lastIndex;
  }
  return parts.length === 0 ? text : [...parts, text.slice(from)].join('');
}

/** Index after the quotation mark that ends a string; the end of the text where none does. */
function stringEnd(text: string, from: number): number {
  const special = /["\\]/g;
  special.lastIndex = from;
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    if (found[0] === '"') return special.lastIndex;
    special.lastIndex += 1;
  }
  return text.length;
}

function broken(line: number): AlongsideError {
  return new AlongsideError('transcript_malformed', 'The JSON of the transcript is broken here.', {
    line,
    remedy: 'Correct the file at that line, or export it again.',
  });
}
