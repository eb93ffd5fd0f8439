import type { Problem } from '../../episode/transcript.ts';
import { linesIn } from '../split-text.ts';
import { readTimeLine, timesFrom } from './caption-time.ts';
import { type FoundCue, type FoundCues, wordsBeside } from './cue.ts';
import { unreadableTimes, wordsBesideTimes } from './cue-problems.ts';

/**
 * Whether the file is WebVTT, or is meant to be: the standard refuses one that has anything before `WEBVTT`
 * or other letters there, and so do we where cues are asked for, but its words can be read.
 */
export function looksLikeVtt(text: string): boolean {
  if (/^\s*WEBVTT(?:[ \t\r\n]|$)/.test(text)) return true;
  const lines = linesIn(text.slice(0, 20_000)).filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => line.includes('-->'));
  if (first < 1) return false;
  if (/^.{0,20}web ?vtt/i.test(lines[0]!)) return true;
  return /^\d\d:\d\d\.\d{3} /.test(lines[first]!) && !/^\s*\d+\s*$/.test(lines[0]!);
}

const signature = /^WEBVTT(?:[ \t\r\n]|$)/;

/**
 * Finds the cues as the parser of the standard does (https://www.w3.org/TR/webvtt1/#file-parsing). What it
 * drops though people said it is kept too, as cues that are not sound: text whose time line it refuses and
 * text without any. So is all of a file that does not begin as the standard asks.
 */
export function cuesInVtt(text: string): FoundCues {
  const lines = linesIn(text.replaceAll('\0', '\uFFFD'));
  const signed = signature.test(text);
  const cues: FoundCue[] = [];
  const problems: Problem[] = [];
  if (!signed) problems.push({ line: 1, message: notSigned });
  let before: Kind = 'speech';
  let at = endOfHeader(lines);
  while (at < lines.length) {
    if (lines[at] === '') {
      at += 1;
      continue;
    }
    const { timed, cue, next } = readBlock(lines, at);
    const kind: Kind = timed ? 'speech' : kindOf(lines, at, next, before, cues.length > 0);
    if (cue !== null) cues.push(signed ? cue : { ...cue, sound: false });
    for (const message of amissIn(cue)) problems.push({ line: cue?.line ?? null, message });
    if (!timed && kind === 'speech') cues.push(strayCue(lines.slice(at, next), at));
    if (!timed && kind === 'speech') problems.push({ line: at + 1, message: noTimes });
    if (kind === 'left out') problems.push({ line: at + 1, message: noCue });
    if (kind !== 'nothing') before = kind;
    at = next;
  }
  return { cues, problems };
}

/** Index after the lines of the header: they end at a blank line or where times are. */
function endOfHeader(lines: string[]): number {
  let at = lines.findIndex((line) => line.trim() !== '');
  if (at === -1) return lines.length;
  if (!/web ?vtt/i.test(lines[at]!)) return at;
  at += 1;
  while (at < lines.length && lines[at] !== '' && !lines[at]!.includes('-->')) at += 1;
  return at;
}

interface Block {
  /** Whether it has a line meant for times. */
  timed: boolean;
  cue: FoundCue | null;
  /** Index of the line after it. */
  next: number;
}

/** A block ends at a blank line, or where another time line begins. */
function readBlock(lines: string[], from: number): Block {
  let timesAt: number | null = null;
  let at = from;
  for (; at < lines.length && lines[at] !== ''; at += 1) {
    if (!lines[at]!.includes('-->')) continue;
    if (timesAt !== null || at - from > 1) break;
    timesAt = at;
  }
  if (timesAt === null) return { timed: false, cue: null, next: at };
  const id = timesAt === from ? '' : lines[from]!;
  const text = lines.slice(timesAt + 1, at).join('\n');
  const cue = timedCue(id, lines[timesAt]!, timesAt + 1, text);
  return { timed: true, cue, next: at };
}

const stamp = String.raw`(?:(\d+):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const times = new RegExp(`^[ \\t\\f]*${stamp}[ \\t\\f]*-->[ \\t\\f]*${stamp}(?!\\d)`);

function timedCue(id: string, timeLine: string, line: number, text: string): FoundCue | null {
  const found = times.exec(timeLine);
  const strict = found === null ? null : timesFrom(found, timeLine);
  if (strict !== null) {
    const { start, end, rest } = strict;
    return { id, start, end, text, line, sound: true, ...beside(wordsBeside(rest)) };
  }
  const { start, end, rest } = readTimeLine(timeLine) ?? { start: null, end: null, rest: timeLine };
  const said = start === null ? wordsAround(id, timeLine) : wordsBeside(rest);
  if (text === '' && said === '') return null;
  return { id, start, end, text, line, sound: false, ...beside(said) };
}

function beside(words: string): { beside?: string } {
  return words === '' ? {} : { beside: words };
}

/** Speech can have an arrow in it (`File --> Save`); then the line above is no identifier either. */
function wordsAround(id: string, line: string): string {
  if (/^\s*-?\d+:\d/.test(line) || !/\p{L}{2}/u.test(line)) return '';
  return /\p{L}/u.test(id) ? `${id}\n${line}` : line;
}

function strayCue(lines: string[], at: number): FoundCue {
  const text = lines.join('\n');
  return { id: '', start: null, end: null, text, line: at + 1, sound: false };
}

/** What a block without times is: something said, a remark of the format, neither of the two, or empty. */
type Kind = 'speech' | 'remark' | 'left out' | 'nothing';

/**
 * Text after a blank line in a cue is something said; comments, styles and regions are not, nor what goes
 * on with one after a blank line, nor a number parted from its cue, nor `Key: value` above the first cue.
 */
function kindOf(lines: string[], at: number, next: number, before: Kind, later: boolean): Kind {
  const first = lines[at]!;
  const alone = next - at === 1;
  if (first.trim() === '' && next - at < 2) return 'nothing';
  if (/^(?:NOTE|STYLE|REGION)(?:[ \t:]|$)/.test(first)) return 'remark';
  if (alone && /^\s*\d+\s*$/.test(first) && lines[next + 1]?.includes('-->')) return 'nothing';
  const isSetting = alone && !later && /^[\w-]+[:=] ?\S+$/.test(first);
  return before !== 'speech' || isSetting ? 'left out' : 'speech';
}

function amissIn(cue: FoundCue | null): string[] {
  if (cue === null) return [];
  const messages: string[] = [];
  if (cue.start === null) messages.push(cue.beside === undefined ? unreadableTimes : arrowInText);
  else if (!cue.sound) messages.push(wrongTimes);
  if (cue.start !== null && cue.beside !== undefined) messages.push(wordsBesideTimes);
  return messages;
}

const notSigned = 'The file does not begin with WEBVTT, as WebVTT has to; it is read all the same.';
const arrowInText = 'This line has an arrow but no times; it is kept as text.';
const wrongTimes =
  'The times of the cue are not written as WebVTT asks (00:00:00.000 --> 00:00:00.000).';
const noCue = 'These lines belong to no cue; they are left out.';
const noTimes = 'These lines have no times above them; they are kept without a time.';
