import type { Transcript, Turn, Word } from '../../src/episode/transcript.ts';
import { createChance } from './chance.ts';

/** Words in a turn, and seconds a word takes. */
const turnLength = 80;
const pace = 0.4;

/** A transcript of an interview of that many words, each with its time; the same for the same seed. */
export function makeTranscript(words: number, seed: number): Transcript {
  const chance = createChance(seed);
  const turns: Turn[] = [];
  for (let from = 0; from < words; from += turnLength) {
    const length = Math.min(turnLength, words - from);
    const said = Array.from({ length }, (_, at): Word => {
      const start = round((from + at) * pace);
      const end = round(start + pace * 0.9);
      return { text: makeWord(chance, at, length), start, end, confidence: 0.9 };
    });
    const half = Math.ceil(length / 2);
    const paragraphs = [said.slice(0, half), said.slice(half)].filter((part) => part.length > 0);
    turns.push({
      speakers: [turns.length % 2 === 0 ? 'R' : 'F'],
      paragraphs: paragraphs.map((part) => ({ words: part })),
    });
  }
  return {
    language: 'en',
    speakers: [
      { label: 'R', name: 'Rosa Example' },
      { label: 'F', name: 'Felix Sample' },
    ],
    turns,
  };
}

/** Some sentences, for titles and notes. */
export function makeText(words: number, seed: number): string {
  const chance = createChance(seed);
  return Array.from({ length: words }, (_, at) => makeWord(chance, at, words)).join(' ');
}

const syllables = 'ta re mi no sul ka ven do li pra mor est in a un wa shi ter gel on'.split(' ');

/** A few words are said often and many seldom, as people speak. */
function makeWord(chance: () => number, at: number, of: number): string {
  let rank = Math.floor(6000 * chance() ** 4) + 1;
  let word = '';
  for (; rank > 0; rank = Math.floor(rank / syllables.length)) {
    word += syllables[rank % syllables.length];
  }
  const opens = at % 12 === 0;
  const ends = at % 12 === 11 || at === of - 1;
  return `${opens ? word.charAt(0).toUpperCase() + word.slice(1) : word}${ends ? '.' : ''}`;
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
