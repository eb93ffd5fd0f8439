import { untimed } from '../../episode/transcript.ts';
import type { Format, Reading } from '../format.ts';
import { linesIn, wordsIn } from '../split-text.ts';
import { timesFrom } from './caption-time.ts';
import type { FoundCue, FoundCues, SpokenCue } from './cue.ts';
import { cutAtTimes, type Place } from './cut-at-times.ts';
import { joinCues } from './join-cues.ts';
import { speakLines } from './speak-lines.ts';

export const sbv: Format = { name: 'sbv', looksLike: looksLikeSbv, read: readSbv, cues: cuesInSbv };

const clock = String.raw`(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?`;
const timeLine = new RegExp(`^\\s*${clock}\\s*,\\s*${clock}\\s*$`);

/** A line of two times, first or after lines in square brackets. */
export function looksLikeSbv(text: string): boolean {
  const lines = linesIn(text.slice(0, 20_000)).filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => timeLine.test(line));
  return first === 0 || (first > 0 && opensHeader(lines[0]!));
}

/**
 * Reads the captions of YouTube (`0:00:00.599,0:00:04.160`, the text below) and those of SubViewer 2, which
 * are the same but for a header and `[br]` where a line ends.
 */
export function readSbv(text: string): Reading {
  const found = cuesInSbv(text);
  const spoken = speakLines(found.cues.map(speak));
  const reading = joinCues(spoken.cues);
  return { ...reading, problems: [...found.problems, ...spoken.problems, ...reading.problems] };
}

export function cuesInSbv(text: string): FoundCues {
  const lines = linesIn(text).map((line) => (isClosing(line) ? '' : line));
  const places: Place[] = [];
  for (const [at, line] of lines.entries()) {
    const found = line.includes(',') && line.length < 100 ? timeLine.exec(line) : null;
    const times = found && timesFrom(found, line);
    if (times !== null) places.push({ from: at, at, ...times });
  }
  return cutAtTimes(lines, places, endOfHeader(lines, places[0]?.at ?? 0));
}

/** Title, author and look of SubViewer captions stand between `[INFORMATION]` and the first times. */
function endOfHeader(lines: string[], firstTimes: number): number {
  const opening = lines.find((line) => line.trim() !== '') ?? '';
  return opensHeader(opening) ? firstTimes : 0;
}

/** `[END SUBTITLE]`, which stands below the last cue. */
function isClosing(line: string): boolean {
  return line.length < 100 && /^\s*\[END SUBTITLE\]\s*$/i.test(line);
}

function opensHeader(line: string): boolean {
  return /^\s*\[(?:INFORMATION|TITLE|SUBTITLE|COLF)\]/i.test(line);
}

function speak({ start, end, line, text }: FoundCue): SpokenCue {
  const runs = text.split(/\[br\]|\n/i).map((row) => ({
    speakers: null,
    words: wordsIn(row).map(untimed),
  }));
  return { start, end, line, called: 'The cue', runs };
}
