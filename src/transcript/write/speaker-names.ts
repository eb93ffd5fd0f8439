import type { Transcript, Turn } from '../../episode/transcript.ts';
import { wordsIn } from '../split-text.ts';

/**
 * Names for turns, each on one line: two who speak at once are `CDR / LMP`, nobody is the empty string.
 * Looked up, not searched, since a file may bring any number of speakers.
 */
export function speakerNames(transcript: Transcript): (turn: Turn) => string {
  const names = new Map(transcript.speakers.map(({ label, name }) => [label, name]));
  return ({ speakers }) =>
    speakers
      .map((label) => wordsIn(names.get(label) ?? label).join(' '))
      .filter((name) => name !== '')
      .join(' / ');
}
