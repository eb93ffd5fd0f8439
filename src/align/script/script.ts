import type { Transcript, Word } from '../../episode/transcript.ts';
import type { Pronounce } from '../words/pronounce.ts';
import { restsAfter, sentencesOf } from './sentences.ts';
import { cutUnits, type Unit } from './units.ts';

/** What is to be heard, word by word. */
export interface SpokenWord {
  /** The transcript's own. */
  word: Word;
  turn: number;
  opensSentence: boolean;
  /** Whether a rest may follow: punctuation asks for one, or the sentence ends. */
  restsAfter: boolean;
  /** How it may sound: phones as the model counts them, the likeliest first. */
  pronunciations: number[][];
}

export interface Script {
  words: SpokenWord[];
  units: Unit[];
}

/** Phones of one word that are looked for: an address spelled out has about so many. */
const longest = 120;

/**
 * What a transcript has to be heard, and how it should sound.
 *
 * @param phones the model's names of phones
 */
export function scriptOf(transcript: Transcript, pronounce: Pronounce, phones: string[]): Script {
  const numbers = new Map(phones.map((name, index) => [name, index]));
  const script: Script = { words: [], units: [] };
  const texts: string[] = [];
  for (const sentence of sentencesOf(transcript)) {
    const from = script.words.length;
    const spoken = pronounce(sentence.words.map(({ text }) => text));
    for (const [at, word] of sentence.words.entries()) {
      const pronunciations = (spoken[at] ?? [])
        .map((names) => names.flatMap((name) => numbers.get(name) ?? []))
        .filter((sounds) => sounds.length > 0)
        .map((sounds) => sounds.slice(0, longest));
      if (pronunciations.length === 0) {
        // A dash between two words is a rest, though nobody says it.
        const before = script.words.at(-1);
        if (before && script.words.length > from) before.restsAfter = true;
        continue;
      }
      const opensSentence = script.words.length === from;
      const rests = restsAfter(word.text);
      script.words.push({
        word,
        turn: sentence.turn,
        opensSentence,
        restsAfter: rests,
        pronunciations,
      });
      texts.push(word.text);
    }
    const last = script.words.at(-1);
    if (script.words.length === from || !last) continue;
    last.restsAfter = true;
    for (const unit of cutUnits(texts, { from, to: script.words.length })) script.units.push(unit);
  }
  return script;
}
