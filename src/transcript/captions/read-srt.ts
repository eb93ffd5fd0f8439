import { type Problem, untimed } from '../../episode/transcript.ts';
import type { Format, Reading } from '../format.ts';
import { linesIn, wordsIn } from '../split-text.ts';
import { readTimeLine } from './caption-time.ts';
import type { FoundCue, FoundCues, SpokenCue } from './cue.ts';
import { joinCues } from './join-cues.ts';
import { labelCues } from './label-cues.ts';

export const srt: Format = { name: 'srt', looksLike: looksLikeSrt, read: readSrt, cues: cuesInSrt };

/** A line with two times and an arrow among the first lines. */
export function looksLikeSrt(text: string): boolean {
  return linesIn(text.slice(0, 20_000)).some((line) => readTimeLine(line) !== null);
}

/** Reads SubRip as it is found; a `Name:` holds for the cues after it until the next one. */
export function readSrt(text: string): Reading {
  const { cues, problems } = cuesInSrt(text);
  const reading = joinCues(labelCues(cues.map(speak)));
  return { ...reading, problems: [...problems, ...reading.problems] };
}

/**
 * Finds the cues by their time lines, since numbers and blank lines are not to be relied on: a cue goes on
 * to the next time line, less the number above that. Commas or dots, hours or none are all accepted. Text
 * above the first time line becomes a cue that has no times and is not sound.
 */
export function cuesInSrt(text: string): FoundCues {
  const lines = linesIn(text);
  const times = lines.map((line) => (line.includes('>') ? readTimeLine(line) : null));
  const starts = [...lines.keys()].filter((at) => times[at] !== null);
  const numbered = isNumber(lines[(starts[0] ?? 0) - 1]);
  const cues: FoundCue[] = [];
  const problems: Problem[] = [];
  for (const [count, at] of starts.entries()) {
    const next = starts[count + 1];
    const end = next === undefined ? lines.length : (numberAbove(next) ?? next);
    const id = numberAbove(at) === null ? '' : lines[at - 1]!.trim();
    cues.push({
      id,
      ...times[at]!,
      text: textOf(lines.slice(at + 1, end)),
      line: at + 1,
      sound: true,
    });
  }
  const above = textOf(lines.slice(0, numberAbove(starts[0] ?? 0) ?? starts[0] ?? 0));
  if (above !== '') {
    problems.push({
      line: 1,
      message: 'There is text above the first time; it is kept without one.',
    });
    cues.unshift({ id: '', start: null, end: null, text: above, line: 1, sound: false });
  }
  return { cues, problems };

  function numberAbove(at: number): number | null {
    return numbered && isNumber(lines[at - 1]) ? at - 1 : null;
  }
}

function isNumber(line: string | undefined): boolean {
  return line !== undefined && /^\s*\d+\s*$/.test(line);
}

function textOf(lines: string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** SubRip has no tags of its own; players borrow those of HTML and, in braces, of SubStation. */
const tags = /<\/?(?:[bisu]|c|em|font|span|strong|ruby|rt|v)(?:[\s.][^<>]*)?>|\{\\[^{}]*\}/gi;

function speak({ start, end, line, text }: FoundCue): SpokenCue {
  const runs = text.split('\n').map((row) => ({
    speakers: null,
    words: wordsIn(row.replace(tags, '')).map(untimed),
  }));
  return { start, end, line, called: 'The cue', runs };
}
