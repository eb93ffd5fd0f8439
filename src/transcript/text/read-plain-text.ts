import { untimed } from '../../episode/transcript.ts';
import type { Format, Reading } from '../format.ts';
import { gatherTurns, type Piece, speakersIn } from '../gather-turns.ts';
import { linesIn, wordsIn } from '../split-text.ts';
import { type Line, readLabels } from './read-labels.ts';

/** Any text that is nothing more particular: comes last when formats are tried. */
export const plainText: Format = { name: 'text', looksLike: () => true, read: readPlainText };

/**
 * Reads text as people type it: turns begin with a label (`readLabels` says what counts as one), lines of
 * a paragraph are joined, blank lines part paragraphs, and text before the first label is nobody's.
 */
export function readPlainText(text: string): Reading {
  const lines = linesWithWords(text);
  const pieces: Piece[] = [];
  let speakers: string[] = [];
  let opensParagraph = true;
  for (const [at, line] of readLabels(lines).entries()) {
    if (line.label !== null) speakers = speakersIn(line.label);
    opensParagraph ||= line.label !== null || lines[at]!.opens;
    if (line.text === '') continue;
    pieces.push({ speakers, words: wordsIn(line.text).map(untimed), opensParagraph });
    opensParagraph = false;
  }
  return { transcript: gatherTurns(pieces), problems: [] };
}

function linesWithWords(text: string): Line[] {
  const lines: Line[] = [];
  let opens = true;
  for (const line of linesIn(text)) {
    if (line.trim() === '') {
      opens = true;
    } else {
      lines.push({ text: line, opens });
      opens = false;
    }
  }
  return lines;
}
