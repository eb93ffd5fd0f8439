import type { Format, Reading } from '../format.ts';
import { labelProse } from './label-prose.ts';
import { leaveOutMarks } from './leave-out-marks.ts';
import { proseLines } from './prose-line.ts';
import { tellProse } from './tell-prose.ts';
import { fourPartsIn } from './time-marks.ts';

/** Any text that is nothing more particular: comes last when formats are tried. */
export const plainText: Format = { name: 'text', looksLike: () => true, read: readPlainText };

/**
 * Reads text as people and their tools write it: `labelProse` says what counts as a label and as a time at
 * the head of a line, `tellProse` how lines become turns, `leaveOutMarks` what is none of the speech.
 */
export function readPlainText(text: string): Reading {
  const four = fourPartsIn(text);
  const speech = leaveOutMarks(proseLines(text));
  const { lines, problems } = labelProse(speech.lines);
  const reading = tellProse(lines, four);
  return { ...reading, problems: [...speech.problems, ...problems, ...reading.problems] };
}
