import { textOf } from '../../episode/segment.ts';
import type { Break, Transcript } from '../../episode/transcript.ts';
import { escapeMarkdown } from '../../markup/escape-markdown.ts';
import { rule, timesOfBreak } from './break-text.ts';
import { speakerNames } from './speaker-names.ts';

/**
 * `**Name:** text`: the name once at the start of each turn, a blank line between paragraphs, no times but
 * those of breaks (`**Break:** \[34:58\]`), which nothing else says.
 */
export function writeMarkdown(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const paragraphs = transcript.turns.flatMap((turn) => {
    const label = printLabel(nameOf(turn));
    const said = turn.paragraphs.map(({ words }, at) => {
      const opening = at === 0 ? label : '';
      return opening + escapeMarkdown(textOf(words), opening === '');
    });
    return [...(turn.breaksBefore ?? []).map(printBreak), ...said];
  });
  return `${[...paragraphs, ...(transcript.breaksAfter ?? []).map(printBreak)].join('\n\n')}\n`;
}

function printLabel(name: string): string {
  return name === '' ? '' : `**${escapeMarkdown(name, false)}:** `;
}

function printBreak(found: Break): string {
  if (found.label === null) return rule;
  const times = timesOfBreak(found).replace(/[[\]]/g, '\\$&');
  return (printLabel(found.label) + times).trimEnd();
}
