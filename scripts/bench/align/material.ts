import { createChance } from '../chance.ts';
import type { Line } from './read-script.ts';
import { type SpokenWord, sentencesIn, type Take } from './take.ts';

/** A recording and a transcript for it, with the truth about both. */
export interface Material {
  sound: Take['sound'];
  /** The transcript's words in order. */
  words: Written[];
}

/** A word of the transcript; without times where nobody says it. */
export interface Written {
  text: string;
  speaker: string;
  start: number | null;
  end: number | null;
}

/** The transcript says what is said. */
export function faithful({ sound, words }: Take): Material {
  return { sound, words };
}

/** Some sentences, here and there, are not in the transcript. */
export function withoutSentences({ sound, words }: Take, count: number): Material {
  const left = chooseSentences(words, count);
  return { sound, words: words.filter(({ sentence }) => !left.has(sentence)) };
}

/** That share of the words, here and there, is not in the transcript. */
export function withoutWords({ sound, words }: Take, share: number): Material {
  const chance = createChance(11);
  return { sound, words: words.filter(() => chance() >= share) };
}

/** Sentences nobody says stand in the transcript, here and there, each said by whoever spoke before. */
export function withSentences({ sound, words }: Take, lines: Line[]): Material {
  const after = chooseSentences(words, lines.length);
  const written: Written[] = [];
  let next = 0;
  for (const [at, word] of words.entries()) {
    written.push(word);
    if (words[at + 1]?.sentence === word.sentence || !after.has(word.sentence)) continue;
    written.push(...absent([{ speaker: word.speaker, text: lines[next]?.text ?? '' }]));
    next += 1;
  }
  return { sound, words: written };
}

/** A transcript of something else. */
export function withOtherTranscript({ sound }: Take, lines: Line[]): Material {
  return { sound, words: absent(lines) };
}

/** The transcript as a file: a paragraph a turn, `A: text`. */
export function printTranscript(words: Written[]): string {
  let printed = '';
  for (const [at, { speaker, text }] of words.entries()) {
    if (words[at - 1]?.speaker === speaker) printed += ` ${text}`;
    else printed += `${at === 0 ? '' : '\n\n'}${speaker}: ${text}`;
  }
  return `${printed}\n`;
}

function absent(lines: Line[]): Written[] {
  return lines.flatMap(({ speaker, text }) =>
    text.split(' ').map((word) => ({ text: word, speaker, start: null, end: null })),
  );
}

/** Sentences by their numbers: one out of each of so many equal stretches. */
function chooseSentences(words: SpokenWord[], count: number): Set<number> {
  const chance = createChance(5);
  const stretch = sentencesIn(words) / count;
  return new Set(Array.from({ length: count }, (_, at) => Math.floor((at + chance()) * stretch)));
}
