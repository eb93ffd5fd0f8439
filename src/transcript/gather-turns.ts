import type { Speaker, Transcript, Turn, Word } from '../episode/transcript.ts';

/** A stretch of words by the same people, as it comes from a file. */
export interface Piece {
  /** Labels; none when nobody is named. */
  speakers: string[];
  words: Word[];
  opensParagraph: boolean;
}

/**
 * Joins pieces into turns: what the same people say one after another is one turn. Pieces without words
 * leave no trace.
 */
export function gatherTurns(pieces: Iterable<Piece>, language: string | null = null): Transcript {
  const turns: Turn[] = [];
  const speakers = new Map<string, Speaker>();
  for (const piece of pieces) {
    if (piece.words.length === 0) continue;
    const last = turns.at(-1);
    if (last === undefined || !sameSpeakers(last.speakers, piece.speakers)) {
      turns.push({ speakers: piece.speakers, paragraphs: [{ words: [...piece.words] }] });
      for (const label of piece.speakers) {
        if (!speakers.has(label)) speakers.set(label, { label, name: label });
      }
    } else if (piece.opensParagraph) {
      last.paragraphs.push({ words: [...piece.words] });
    } else {
      const paragraph = last.paragraphs.at(-1);
      for (const word of piece.words) paragraph?.words.push(word);
    }
  }
  return { language, speakers: [...speakers.values()], turns };
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
