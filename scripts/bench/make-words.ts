import type { Paragraph, Transcript, Word } from '../../src/episode/transcript.ts';
import { createChance } from './chance.ts';

/** Words in the shortest and in the longest turn, and in a paragraph at most. */
const turnLength = { least: 20, most: 200 };
const paragraphLength = 70;
/** Seconds a word takes in the mean, its rests included: 10,000 words are an hour. */
export const pace = 0.36;

/** A transcript of an interview of that many words, each with its time; the same for the same seed. */
export function makeTranscript(words: number, seed: number): Transcript {
  const chance = createChance(seed);
  return timeWords(makeWords(chance, words), seed, chance);
}

/** Words as an interview of two: who says them, and when. */
export function timeWords(texts: string[], seed: number, chance = createChance(seed)): Transcript {
  const words = texts.length;
  const said = makeTimes(texts, chance);
  const turns: Transcript['turns'] = [];
  for (let from = 0; from < words; ) {
    const length = turnLength.least + (turnLength.most - turnLength.least) * chance() ** 2;
    const turn = said.slice(from, from + Math.round(length));
    turns.push({
      speakers: [turns.length % 2 === 0 ? 'R' : 'F'],
      paragraphs: paragraphsOf(turn),
    });
    from += turn.length;
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
  return makeWords(createChance(seed), words).join(' ');
}

function makeWords(chance: () => number, words: number): string[] {
  return Array.from({ length: words }, (_, at) => makeWord(chance, at, words));
}

const syllables = 'ta re mi no sul ka ven do li pra mor est in a un wa shi ter gel on'.split(' ');

/**
 * A few words are said often and many seldom, as people speak. Compressed, a word takes a little more than
 * two bytes, as it does in the transcripts of real conversations.
 */
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

/**
 * Words as an aligner times them: long words last longer, nobody keeps time, and sentences end in rests.
 * Most are found surely, and now and then a few in a row are not.
 */
function makeTimes(texts: string[], chance: () => number): Word[] {
  let now = 0;
  let unsure = 0;
  const loose = texts.map((text) => {
    const start = now;
    const end = start + (0.3 + 0.12 * text.length) * (0.4 + 1.2 * chance());
    now = end + rest(text, chance);
    if (chance() < 0.01) unsure = Math.ceil(8 * chance());
    unsure -= 1;
    const confidence = unsure >= 0 ? 0.5 * chance() : 1 - 0.2 * chance() ** 3;
    return { text, start, end, confidence: Math.round(confidence * 100) / 100 };
  });
  const scale = (texts.length * pace) / now;
  return loose.map((word) => ({
    ...word,
    start: hundredths(word.start * scale),
    end: hundredths(word.end * scale),
  }));
}

/** What a sentence ends with, or a speaker who thinks; most words run into the next. */
function rest(text: string, chance: () => number): number {
  if (text.endsWith('.')) return 0.4 + 2 * chance();
  return chance() < 0.05 ? 1.2 * chance() : 0;
}

function paragraphsOf(turn: Word[]): Paragraph[] {
  const parts = Math.ceil(turn.length / paragraphLength);
  const length = Math.ceil(turn.length / parts);
  return Array.from({ length: parts }, (_, part) => ({
    words: turn.slice(part * length, (part + 1) * length),
  }));
}

function hundredths(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
