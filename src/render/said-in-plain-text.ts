import { textOf } from '../episode/segment.ts';
import type { Transcript } from '../episode/transcript.ts';
import { showSpeakers } from './speakers.ts';

/** A transcript as `Name: words`, a blank line between paragraphs. */
export function saidInPlainText(transcript: Transcript): string {
  const { nameOf } = showSpeakers(transcript);
  const turns = transcript.turns.map((turn) => {
    const name = nameOf(turn);
    const said = turn.paragraphs.map(({ words }) => textOf(words)).join('\n\n');
    return name === null ? said : `${name}: ${said}`;
  });
  return turns.join('\n\n');
}
