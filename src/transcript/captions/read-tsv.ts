import { untimed } from '../../episode/transcript.ts';
import type { Format, Reading } from '../format.ts';
import { speakersIn } from '../gather-turns.ts';
import { linesIn, wordsIn } from '../split-text.ts';
import type { FoundCues, SpokenCue } from './cue.ts';
import { joinCues } from './join-cues.ts';
import { speakLines } from './speak-lines.ts';
import { columnsIn, hasWords, isTime, type Row, rowsIn } from './tsv-rows.ts';

export const tsv: Format = { name: 'tsv', looksLike: looksLikeTsv, read: readTsv, cues: cuesInTsv };

/** A header that names start, end and text, or three lines (or all there are) that begin with two times. */
export function looksLikeTsv(text: string): boolean {
  const lines = linesIn(text.slice(0, 20_000)).filter(hasWords);
  if (lines.length === 0) return false;
  if (columnsIn(lines[0]!) !== null) return true;
  return lines.slice(0, 3).every((line) => {
    const [start = '', end = '', ...rest] = line.split('\t');
    return isTime(start) && isTime(end) && rest.length > 0;
  });
}

/**
 * Reads lines of start, end and text with tabs between: the labels of Audacity, the sync maps of aeneas, and
 * what Whisper writes, which counts milliseconds and may name the speaker in a column of its own.
 */
export function readTsv(text: string): Reading {
  const { rows, problems } = rowsIn(text);
  const cues = rows.map(speak);
  const spoken = rows.some(({ speaker }) => speaker !== '')
    ? { cues, problems: [] }
    : speakLines(cues);
  const reading = joinCues(spoken.cues);
  return { ...reading, problems: [...problems, ...spoken.problems, ...reading.problems] };
}

export function cuesInTsv(text: string): FoundCues {
  const { rows, problems } = rowsIn(text);
  return { cues: rows.map(({ speaker, ...cue }) => cue), problems };
}

function speak({ start, end, line, text, speaker }: Row): SpokenCue {
  const words = wordsIn(text).map(untimed);
  const speakers = speaker === '' ? null : speakersIn(speaker);
  return { start, end, line, called: 'The line', runs: [{ speakers, words }] };
}
