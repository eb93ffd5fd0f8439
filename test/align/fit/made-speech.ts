import { layOutBand, type Window } from '../../../src/align/fit/band.ts';
import { layOutStates } from '../../../src/align/fit/states.ts';
import { traceBack } from '../../../src/align/fit/trace-back.ts';
import { findWay, type Penalties } from '../../../src/align/fit/viterbi.ts';
import type { SenoneScores } from '../../../src/align/model/senones.ts';
import type { SpokenWord } from '../../../src/align/script/script.ts';
import { untimed } from '../../../src/episode/transcript.ts';
import { madeModel } from '../model/made-model.ts';
import { madeScores } from '../model/made-scores.ts';

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** Phones are letters here, and go from one third to the next for nothing. */
export const model = madeModel(['SIL', ...letters]);

/** The senones of all letters. */
export const anything = Array.from({ length: letters.length * 3 }, (_, at) => at + 3);

/** A recording as text, a letter a frame; in spaces nothing is heard. */
export function speak(sound: string): SenoneScores {
  return madeScores(Array.from(sound, (letter) => letters.indexOf(letter) + 1));
}

/** Words of a sentence as they sound, other ways of saying them after a stroke: `one two|too`. */
export function wordsOf(sentence: string): SpokenWord[] {
  return sentence.split(' ').map((ways, at, { length }) => ({
    word: untimed(ways),
    turn: 0,
    opensSentence: at === 0,
    restsAfter: at === length - 1,
    pronunciations: ways
      .split('|')
      .map((way) => Array.from(way, (letter) => letters.indexOf(letter) + 1)),
  }));
}

/** The same penalties at every place. */
export function penalties(
  places: number,
  { rest = -2, stray = 25, straying = 2.5, first = 100, more = 35 } = {},
): Penalties {
  return {
    rest: new Float32Array(places).fill(rest),
    resting: new Float32Array(places),
    stray: new Float32Array(places).fill(stray),
    straying,
    skip: { first, more },
  };
}

/** A sentence laid out over a recording, each word where it may be. */
export function layOut(sentence: string, frames: Window, windows?: Window[]) {
  const words = wordsOf(sentence);
  const follows = words.map((_, at) => at > 0);
  const states = layOutStates(words, follows, model, false);
  return { words, states, band: layOutBand(frames, windows ?? words.map(() => frames), states) };
}

/** What is found of a sentence in a recording. */
export function find(sound: string, sentence: string, windows?: Window[]) {
  const { words, states, band } = layOut(sentence, { from: 0, to: sound.length }, windows);
  const costs = penalties(words.length + 1);
  const decisions = findWay(states, band, speak(sound), costs, anything, Number.POSITIVE_INFINITY);
  const way = traceBack(states, band, decisions);
  return way && { ...way, total: decisions.total };
}
