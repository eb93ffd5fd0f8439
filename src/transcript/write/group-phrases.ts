import { type Segment, textOf } from '../../episode/segment.ts';
import type { Turn } from '../../episode/transcript.ts';
import { endsSentence } from '../split-text.ts';
import { wrapWords } from './wrap-words.ts';

/** How much text a cue may hold: characters a line, and lines. */
export interface Room {
  width: number;
  lines: number;
  /** How long a cue may be shown, in seconds. */
  seconds?: number;
  /** What is printed before the first cue of a turn. */
  label?: (turn: Turn) => string;
}

/** Seconds of silence that part phrases. */
const pause = 0.6;

/**
 * Joins segments into phrases. One ends with its turn, paragraph or sentence, before a pause of more than
 * 0.6 s, and where the room is full: then at a comma in its second half, if there is one.
 */
export function groupPhrases(segments: Segment[], room: Room): Segment[] {
  const phrases: Segment[] = [];
  let turn: Turn | null = null;
  for (const run of spokenAtOnce(segments)) {
    const opensTurn = run[0]!.turn !== turn;
    turn = run[0]!.turn;
    const label = (opensTurn && room.label?.(turn)) || '';
    for (const phrase of fill(run, room, label)) phrases.push(join(phrase));
  }
  return phrases;
}

/** Runs of segments without a reason to part them but their length. */
function spokenAtOnce(segments: Segment[]): Segment[][] {
  const runs: Segment[][] = [];
  for (const segment of segments) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && !endsBetween(last, segment)) run.push(segment);
    else runs.push([segment]);
  }
  return runs;
}

function endsBetween(last: Segment, next: Segment): boolean {
  if (last.turn !== next.turn || next.opensParagraph || next.start - last.end > pause) return true;
  return endsSentence(last.words.at(-1)!.text) && !/^\p{Ll}/u.test(next.words[0]!.text);
}

/** Parts a run into phrases that fit; the label takes room in the first. */
function fill(run: Segment[], room: Room, label: string): Segment[][] {
  const phrases: Segment[][] = [];
  let phrase: Segment[] = [];
  for (const segment of run) {
    phrase.push(segment);
    if (phrase.length === 1 || fits(phrase, room, phrases.length === 0 ? label : '')) continue;
    const kept = cutOf(phrase);
    phrases.push(phrase.slice(0, kept));
    phrase = phrase.slice(kept);
  }
  const before = phrases.pop();
  return [...phrases, ...(before ? balance(before, phrase, room) : [phrase])];
}

function fits(phrase: Segment[], room: Room, label: string): boolean {
  const { width, lines, seconds = Number.POSITIVE_INFINITY } = room;
  if (phrase.at(-1)!.end - phrase[0]!.start > seconds) return false;
  const words = phrase.flatMap((segment) => segment.words.map(({ text }) => text));
  return wrapWords(label === '' ? words : [label.trimEnd(), ...words], width).length <= lines;
}

/** How many segments the full phrase keeps: the last one is already too much. */
function cutOf(phrase: Segment[]): number {
  const most = phrase.length - 1;
  for (let length = most; length > phrase.length / 2; length -= 1) {
    if (/[,;:–—]$/.test(phrase[length - 1]!.words.at(-1)!.text)) return length;
  }
  return most;
}

/** Spares a phrase of a word or two at the end of a run by sharing what is before it. */
function balance(before: Segment[], rest: Segment[], room: Room): Segment[][] {
  const all = [...before, ...rest];
  const half = textOf(all.flatMap(({ words }) => words)).length / 2;
  if (textOf(rest.flatMap(({ words }) => words)).length > half / 2) return [before, rest];
  let length = 0;
  const at = all.findIndex(({ words }) => {
    length += textOf(words).length + 1;
    return length > half;
  });
  const [first, second] = [all.slice(0, at), all.slice(at)];
  return at > 0 && fits(second, room, '') ? [first, second] : [before, rest];
}

function join(phrase: Segment[]): Segment {
  const [first, last] = [phrase[0]!, phrase.at(-1)!];
  const words = phrase.flatMap((segment) => segment.words);
  return { ...first, words, end: Math.max(first.end, last.end), confidence: null };
}
