import type { Problem } from '../../episode/transcript.ts';
import type { Format, Reading } from '../format.ts';
import { linesIn } from '../split-text.ts';
import { readTimeLine, secondsFrom } from './caption-time.ts';
import type { FoundCue, FoundCues } from './cue.ts';
import { joinCues } from './join-cues.ts';
import { speakVttCues } from './vtt-voices.ts';

export const vtt: Format = { name: 'vtt', looksLike: looksLikeVtt, read: readVtt, cues: cuesInVtt };

export function looksLikeVtt(text: string): boolean {
  return /^\s*WEBVTT(?:[ \t\r\n]|$)/.test(text);
}

/** Reads WebVTT; `speakVttCues` says how voices become speakers, `joinCues` how cues become turns. */
export function readVtt(text: string): Reading {
  const { cues, problems } = cuesInVtt(text);
  const reading = joinCues(speakVttCues(cues), languageIn(text));
  return { ...reading, problems: [...problems, ...reading.problems] };
}

/** YouTube and others say `Language: en` in the lines under `WEBVTT`. */
function languageIn(text: string): string | null {
  const lines = linesIn(text.trimStart().slice(0, 2000));
  const end = lines.findIndex((line) => line === '' || line.includes('-->'));
  for (const line of lines.slice(1, Math.max(end, 1))) {
    const found = /^Language:\s*([a-z]{2,3}(?:-[a-z\d]{1,8})*)\s*$/i.exec(line);
    if (found) return found[1]!;
  }
  return null;
}

/**
 * Finds the cues as the parser of the standard does (https://www.w3.org/TR/webvtt1/#file-parsing). The one
 * difference: a cue whose time line the standard refuses is kept, marked as not sound, for its words.
 */
export function cuesInVtt(text: string): FoundCues {
  const lines = linesIn(text.trimStart().replaceAll('\0', '\uFFFD'));
  const skipped = linesIn(text.slice(0, text.length - text.trimStart().length)).length - 1;
  const cues: FoundCue[] = [];
  const problems: Problem[] = [];
  let at = 1;
  while (at < lines.length && lines[at] !== '' && !lines[at]!.includes('-->')) at += 1;
  while (at < lines.length) {
    const { cue, arrow, first, next } = readBlock(lines, at, skipped);
    if (cue?.sound === false) problems.push(wrongTimes(cue));
    if (!arrow && spoken(first)) problems.push({ line: at + skipped + 1, message: noTimes });
    if (cue !== null) cues.push(cue);
    at = lines[next] === '' ? next + 1 : next;
  }
  return { cues, problems };
}

interface Block {
  cue: FoundCue | null;
  /** Whether it has a line meant for times. */
  arrow: boolean;
  first: string;
  /** Index of the line after it. */
  next: number;
}

/** A block ends at a blank line, or where another time line begins. */
function readBlock(lines: string[], from: number, skipped: number): Block {
  const buffer: string[] = [];
  let cue: FoundCue | null = null;
  let at = from;
  for (; at < lines.length && lines[at] !== ''; at += 1) {
    const line = lines[at]!;
    if (!line.includes('-->')) {
      buffer.push(line);
    } else if (cue === null && at - from < 2) {
      cue = { id: buffer.join(''), ...readTimes(line), text: '', line: at + skipped + 1 };
      buffer.length = 0;
    } else {
      break;
    }
  }
  const arrow = cue !== null;
  if (cue !== null) cue.text = buffer.join('\n');
  if (cue?.sound === false && cue.text === '') cue = null;
  return { cue, arrow, first: lines[from] ?? '', next: at };
}

const stamp = String.raw`(?:(\d+):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const times = new RegExp(`^[ \\t\\f]*${stamp}[ \\t\\f]*-->[ \\t\\f]*${stamp}`);

function readTimes(line: string): Pick<FoundCue, 'start' | 'end' | 'sound'> {
  const found = times.exec(line);
  if (found === null)
    return { ...(readTimeLine(line) ?? { start: null, end: null }), sound: false };
  const [, hours, minutes, seconds, fraction, ...end] = found;
  return {
    start: secondsFrom(hours, minutes, seconds, fraction),
    end: secondsFrom(end[0], end[1], end[2], end[3]),
    sound: true,
  };
}

function wrongTimes(cue: FoundCue): Problem {
  const message =
    cue.start === null
      ? 'The times of the cue cannot be read; its words are kept without a time.'
      : 'The times of the cue are not written as WebVTT asks (00:00:00.000 --> 00:00:00.000).';
  return { line: cue.line, message };
}

const noTimes =
  'These lines belong to no cue, since they have no times above them; they are left out.';

/** Comments, styles and regions are no words. */
function spoken(first: string): boolean {
  return first !== '' && !/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(first);
}
