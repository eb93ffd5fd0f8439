import { textOf } from '../../episode/segment.ts';
import type { Transcript } from '../../episode/transcript.ts';
import { escapeMarkdown } from '../../markup/escape-markdown.ts';
import { speakerNames } from './speaker-names.ts';

/** `**Name:** text`: the name once at the start of each turn, a blank line between paragraphs, no times. */
export function writeMarkdown(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const paragraphs = transcript.turns.flatMap((turn) => {
    const name = escapeMarkdown(nameOf(turn), false);
    return turn.paragraphs.map(({ words }, at) => {
      const label = at === 0 && name !== '' ? `**${name}:** ` : '';
      return label + escapeMarkdown(textOf(words), label === '');
    });
  });
  return `${paragraphs.join('\n\n')}\n`;
}
