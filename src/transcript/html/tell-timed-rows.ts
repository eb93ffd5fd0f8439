import { untimed, type Word } from '../../episode/transcript.ts';
import type { Reading } from '../format.ts';
import { gatherTurns, type Piece, speakersIn } from '../gather-turns.ts';
import { wordsIn } from '../split-text.ts';
import { keepRising } from '../text/keep-rising.ts';
import type { ProseLine } from '../text/prose-line.ts';
import type { Row, TimeMark } from './row.ts';

/**
 * Makes a transcript of lines whose words have times of their own. Times that run against the others are
 * left out.
 *
 * @param lines the same lines with their labels taken off
 */
export function tellTimedRows(rows: Row[], lines: ProseLine[], language: string | null): Reading {
  const pieces: Piece[] = [];
  const timedOn = new Map<Word, number>();
  let speakers: string[] = [];
  let opensParagraph = true;
  for (const [at, row] of rows.entries()) {
    const { label, text } = lines[at]!;
    if (row.around.kind === 'rule') {
      const breaksBefore = [{ label: null, start: null, end: null }];
      pieces.push({ speakers, words: [], opensParagraph: false, breaksBefore });
      speakers = [];
      continue;
    }
    if (label !== null) speakers = speakersIn(label);
    opensParagraph ||= row.opens || label !== null;
    const length = wordsIn(text).length;
    if (length === 0) continue;
    const words = timedWords(row).slice(-length);
    for (const word of words) if (word.start !== null) timedOn.set(word, row.number);
    pieces.push({ speakers, words, opensParagraph });
    opensParagraph = false;
  }
  const transcript = gatherTurns(pieces, language);
  return { transcript, problems: keepRising(transcript, timedOn) };
}

/** The words of a line: a mark belongs to the word that it stands in or, if it is a start, before. */
function timedWords({ text, time, marks }: Row): Word[] {
  const words: Word[] = [];
  let next = 0;
  for (const found of text.matchAll(/[^ ]+/g)) {
    const word = untimed(found[0]);
    const end = found.index + found[0].length;
    for (let mark = marks?.[next]; mark && belongs(mark, end); mark = marks?.[next]) {
      if (mark.edge === 'start') word.start ??= mark.seconds;
      else word.end = mark.seconds;
      next += 1;
    }
    words.push(word);
  }
  const [first] = words;
  if (first !== undefined) first.start ??= time;
  return words;
}

function belongs({ at, edge }: TimeMark, end: number): boolean {
  return edge === 'start' ? at < end : at <= end;
}
