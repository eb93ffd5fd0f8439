import type { Format, Reading } from '../format.ts';
import { tellProse } from '../text/tell-prose.ts';
import { fourPartsIn } from '../text/time-marks.ts';
import { gatherRows } from './gather-rows.ts';
import { labelRows } from './label-rows.ts';
import { looksLikeHtml } from './looks-like-html.ts';
import { readTables } from './read-tables.ts';
import { tellTimedRows } from './tell-timed-rows.ts';

export const html: Format = { name: 'html', looksLike: looksLikeHtml, read: readHtml };

/**
 * Reads a transcript on a web page: the podcast namespace's (`cite`, `time`, `p`), Hyperaudio's, whose words
 * have their times in attributes, the exports of word processors, and other pages, where blocks are
 * paragraphs and names in bold or before a colon are labels. What the page hides, its controls and, where it
 * marks its content (`main`, `article`), what stands around that is left out and reported.
 */
export function readHtml(text: string): Reading {
  const { rows, language, timed, problems } = gatherRows(text);
  const spoken = readTables(rows);
  const { lines, problems: labelling } = labelRows(spoken);
  const four = fourPartsIn(lines.map((line) => line.text).join('\n'));
  const told = timed ? tellTimedRows(spoken, lines, language) : tellProse(lines, four, language);
  return { transcript: told.transcript, problems: [...problems, ...labelling, ...told.problems] };
}
