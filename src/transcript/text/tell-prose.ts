import type { Break, Problem, Word } from '../../episode/transcript.ts';
import type { Reading } from '../format.ts';
import { gatherTurns, type Piece, speakersIn } from '../gather-turns.ts';
import { timeDirections } from '../mark-directions.ts';
import type { FourParts } from '../time-in-text.ts';
import { anchorWords, type Clock, setClock } from './anchor-words.ts';
import { isBreak, isRule, readBreak } from './break-labels.ts';
import { keepRising } from './keep-rising.ts';
import { peelBehindLabels } from './peel-times.ts';
import type { ProseLine } from './prose-line.ts';

/**
 * Makes a transcript of lines whose heads are known. A label holds until the next one, lines of a paragraph
 * are joined, times go to the word after them, breaks part turns and what follows one without a label is
 * nobody's. So is text before the first label, and so are headings, after which whoever spoke goes on.
 */
export function tellProse(
  given: ProseLine[],
  four: FourParts,
  language: string | null = null,
): Reading {
  const lines = peelBehindLabels(given);
  const problems: Problem[] = [];
  const timedOn = new Map<Word, number>();
  const pieces: Piece[] = [];
  const clock: Clock = { waiting: null, line: 0, four };
  let speakers: string[] = [];
  let end: number | null = null;
  let opensParagraph = true;
  const mute = muteLabels(lines, four);
  for (const [at, line] of lines.entries()) {
    const found = breakIn(line, mute.has(at), four);
    if (found !== null) {
      pieces.push({ speakers, words: [], opensParagraph: false, breaksBefore: [found.part] });
      speakers = [];
      if (found.isAll) continue;
    } else if (line.label !== null) {
      speakers = speakersIn(line.label);
    }
    if (line.time !== null) {
      endBefore(pieces, end);
      end = line.end;
      setClock(clock, line.time, line.number, problems);
    }
    opensParagraph ||= line.label !== null || line.opens;
    const words = anchorWords(line.text, line.number, clock, problems);
    if (words.length === 0) continue;
    for (const word of words) if (word.start !== null) timedOn.set(word, line.number);
    const isHeading = line.isHeading && line.label === null;
    pieces.push({ speakers: isHeading ? [] : speakers, words, opensParagraph });
    opensParagraph = false;
  }
  endBefore(pieces, end);
  setClock(clock, null, 0, problems);
  const transcript = gatherTurns(pieces, language);
  for (const { paragraphs } of transcript.turns) {
    for (const { words } of paragraphs) timeDirections(words);
  }
  return { transcript, problems: [...problems, ...keepRising(transcript, timedOn)] };
}

/** A span of time at the head of lines ends with the last word under it. */
function endBefore(pieces: Piece[], end: number | null): void {
  const last = pieces.at(-1)?.words.at(-1);
  if (last && end !== null) last.end = end;
}

/**
 * The break on a line: a label that names one or that nobody speaks under, or a line drawn across the page;
 * and whether it is all there is on the line.
 */
function breakIn(
  { label, text }: ProseLine,
  isMute: boolean,
  four: FourParts,
): { part: Break; isAll: boolean } | null {
  const bare: Break = { label, start: null, end: null };
  if (label === null) return isRule(text) ? { part: bare, isAll: true } : null;
  if (!isBreak(label) && !isMute) return null;
  const timed = readBreak(label, text, four);
  return { part: timed ?? bare, isAll: timed !== null };
}

/** Lines with a label (`Outro:`) that nobody speaks under, neither there nor anywhere in the file. */
function muteLabels(lines: ProseLine[], four: FourParts): Set<number> {
  const mute = new Map<number, string>();
  const speaking = new Set<string>();
  for (const [at, { label, text }] of lines.entries()) {
    if (label === null) continue;
    const next = lines[at + 1];
    const ends = next === undefined || next.label !== null || isRule(next.text);
    const silent = ends && (text.trim() === '' || readBreak(null, text, four) !== null);
    if (silent) mute.set(at, label);
    else speaking.add(label);
  }
  return new Set([...mute].filter(([, label]) => !speaking.has(label)).map(([at]) => at));
}
