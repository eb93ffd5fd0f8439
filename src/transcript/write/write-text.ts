import { textOf } from '../../episode/segment.ts';
import type { Transcript } from '../../episode/transcript.ts';
import { speakerNames } from './speaker-names.ts';

/** `Name: text`: the name once at the start of each turn, a blank line between paragraphs, no times. */
export function writeText(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const paragraphs = transcript.turns.flatMap((turn) => {
    const name = nameOf(turn);
    return turn.paragraphs.map(({ words }, at) =>
      at === 0 && name !== '' ? `${name}: ${textOf(words)}` : textOf(words),
    );
  });
  return `${paragraphs.join('\n\n')}\n`;
}
