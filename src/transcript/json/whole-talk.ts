import type { Passage, SaidWord } from './dialect.ts';

/** A whole recording as one passage, timed by its words alone. */
export function wholeTalk(
  words: SaidWord[],
  text: string | null = null,
  speakers: Passage['speakers'] = [],
): Passage {
  return { called: 'The transcript', speakers, start: null, end: null, text, words };
}
