import { textOf } from '../../episode/segment.ts';
import type { Break, Transcript } from '../../episode/transcript.ts';
import { rule, timesOfBreak } from './break-text.ts';
import { speakerNames } from './speaker-names.ts';

/**
 * `Name: text`: the name once at the start of each turn, a blank line between paragraphs, no times but those
 * of breaks (`Break: [34:58]`), which nothing else says.
 */
export function writeText(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const paragraphs = transcript.turns.flatMap((turn) => {
    const name = nameOf(turn);
    const said = turn.paragraphs.map(({ words }, at) =>
      at === 0 && name !== '' ? `${name}: ${textOf(words)}` : textOf(words),
    );
    return [...(turn.breaksBefore ?? []).map(printBreak), ...said];
  });
  return `${[...paragraphs, ...(transcript.breaksAfter ?? []).map(printBreak)].join('\n\n')}\n`;
}

function printBreak(found: Break): string {
  return found.label === null ? rule : `${found.label}: ${timesOfBreak(found)}`.trimEnd();
}
