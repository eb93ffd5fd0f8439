import { sampleRate } from '../../../src/align/sample-rate.ts';
import { joinSounds, lengthOf, type Sound } from './sound.ts';

/** Sound, and exactly when each of its words is spoken. */
export interface Take {
  sound: Sound;
  words: SpokenWord[];
}

export interface SpokenWord {
  /** As the transcript writes it, with its punctuation. */
  text: string;
  speaker: string;
  /** Which sentence it belongs to, counted from 0. */
  sentence: number;
  /** Seconds. */
  start: number;
  end: number;
}

/** One after another; their sentences are counted through. */
export function joinTakes(takes: Take[]): Take {
  const words: SpokenWord[] = [];
  let [time, sentences] = [0, 0];
  for (const take of takes) {
    for (const word of take.words) words.push(later(word, time, sentences));
    time += lengthOf(take.sound);
    sentences += sentencesIn(take.words);
  }
  return { sound: joinSounds(takes.map(({ sound }) => sound)), words };
}

/** The same words with other sound put in where it disturbs nobody: in the pause before a sentence. */
export function insertSound(take: Take, other: Sound, sentence: number): Take {
  const next = take.words.findIndex((word) => word.sentence === sentence);
  const before = take.words[next - 1]?.end ?? 0;
  const time = (before + (take.words[next]?.start ?? before)) / 2;
  const cut = Math.round(time * sampleRate);
  const wait = lengthOf(other);
  return {
    sound: joinSounds([take.sound.subarray(0, cut), other, take.sound.subarray(cut)]),
    words: take.words.map((word, at) => (at < next ? word : later(word, wait, 0))),
  };
}

export function sentencesIn(words: SpokenWord[]): number {
  return (words.at(-1)?.sentence ?? -1) + 1;
}

function later(word: SpokenWord, time: number, sentences: number): SpokenWord {
  return {
    ...word,
    sentence: word.sentence + sentences,
    start: word.start + time,
    end: word.end + time,
  };
}
