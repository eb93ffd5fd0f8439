import type { Break, Speaker, Transcript, Turn, Word } from '../episode/transcript.ts';
import { markDirections } from './mark-directions.ts';

/** A stretch of words by the same people, as it comes from a file. */
export interface Piece {
  /** Labels; none when nobody is named. */
  speakers: string[];
  words: Word[];
  opensParagraph: boolean;
  /** What comes before it and is not written out. */
  breaksBefore?: Break[];
}

/**
 * Joins pieces into turns: what the same people say one after another is one turn, unless a break parts it.
 * Pieces without words leave no trace but their breaks, which go to the next one that has some, or to the
 * end. Stage directions are marked (`markDirections`).
 */
export function gatherTurns(pieces: Iterable<Piece>, language: string | null = null): Transcript {
  const turns: Turn[] = [];
  const speakers = new Map<string, Speaker>();
  let breaks: Break[] = [];
  for (const { speakers: labels, words, opensParagraph, breaksBefore = [] } of pieces) {
    breaks.push(...breaksBefore);
    if (words.length === 0) continue;
    const last = turns.at(-1);
    if (last === undefined || breaks.length > 0 || !sameSpeakers(last.speakers, labels)) {
      const turn = { speakers: labels, paragraphs: [{ words: words.slice() }] };
      turns.push(breaks.length > 0 ? { ...turn, breaksBefore: breaks } : turn);
      for (const label of labels) {
        if (!speakers.has(label)) speakers.set(label, { label, name: label });
      }
    } else if (opensParagraph) {
      last.paragraphs.push({ words: words.slice() });
    } else {
      const paragraph = last.paragraphs.at(-1);
      for (const word of words) paragraph?.words.push(word);
    }
    breaks = [];
  }
  for (const { paragraphs } of turns) for (const { words } of paragraphs) markDirections(words);
  const transcript = { language, speakers: [...speakers.values()], turns };
  return breaks.length > 0 ? { ...transcript, breaksAfter: breaks } : transcript;
}

/** The labels in one label: `CDR / LMP` are two people who speak at once. */
export function speakersIn(label: string): string[] {
  const labels = label
    .split(/ +\/ +/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [...new Set(labels)];
}

function sameSpeakers(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((label, at) => label === others[at]);
}
