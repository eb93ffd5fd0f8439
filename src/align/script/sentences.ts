import { endsSentence } from '../../episode/ends-sentence.ts';
import type { Transcript, Word } from '../../episode/transcript.ts';

/** Words that are spoken in one breath, as far as writing shows it. */
export interface Sentence {
  words: Word[];
  /** Index of the turn it belongs to. */
  turn: number;
}

/**
 * A transcript's sentences in order: they end with the turn, the paragraph, and after a full stop. Stage
 * directions are not spoken and left out.
 */
export function sentencesOf(transcript: Transcript): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [turn, { paragraphs }] of transcript.turns.entries()) {
    for (const { words } of paragraphs) {
      let current: Sentence | null = null;
      for (const word of words) {
        if (word.direction) continue;
        if (current === null) {
          current = { words: [], turn };
          sentences.push(current);
        }
        current.words.push(word);
        if (endsSentence(word.text)) current = null;
      }
    }
  }
  return sentences;
}

/** Whether a voice may rest after a word: it ends with a mark that asks for it. */
export function restsAfter(text: string): boolean {
  return /[,.;:!?…–—-]["'”’“‘»«)\]]*$/.test(text);
}
