import type { AcousticModel } from '../model/read-model.ts';
import type { SpokenWord } from '../script/script.ts';
import { positionInWord, senonesOf } from './triphone.ts';

/**
 * The states that a run of words goes through, in order: words, their pronunciations, the phones of these,
 * three states each. Silence has states of its own, shared by all places between words.
 */
export interface States {
  /** Of each state. */
  senones: Uint16Array;
  stays: Float32Array;
  goesOn: Float32Array;
  /** 1 for the first state of a pronunciation. */
  opens: Uint8Array;
  /** The first state of each pronunciation, and behind the last one the number of states. */
  pronunciationStarts: number[];
  /** The first pronunciation of each word, and behind the last one their number. */
  wordStarts: number[];
  /** The three states of silence. */
  silence: { senones: number[]; stays: number[]; goesOn: number[] };
}

/** What a frame more in the same state costs besides, where the model's phones fit badly and would last too long. */
const impatience = 0.7;

/**
 * Lays out the states of words that are spoken one after another. The phones beside a word's ends are those of
 * its neighbours' first pronunciations, or silence where a sentence begins or ends.
 *
 * @param follows whether each word follows the one before it without a rest being likely
 * @param byItself phones without regard to their neighbours: for languages the model was not trained on
 */
export function layOutStates(
  words: SpokenWord[],
  follows: boolean[],
  model: AcousticModel,
  byItself: boolean,
): States {
  const senones: number[] = [];
  const phones: number[] = [];
  const opens: number[] = [];
  const pronunciationStarts: number[] = [];
  const wordStarts: number[] = [];
  for (const [at, { pronunciations }] of words.entries()) {
    wordStarts.push(pronunciationStarts.length);
    const before = follows[at] ? words[at - 1]?.pronunciations[0]?.at(-1) : undefined;
    const after = follows[at + 1] ? words[at + 1]?.pronunciations[0]?.[0] : undefined;
    for (const sounds of pronunciations) {
      pronunciationStarts.push(senones.length);
      for (const [place, phone] of sounds.entries()) {
        const left = sounds[place - 1] ?? before ?? model.silence;
        const right = sounds[place + 1] ?? after ?? model.silence;
        const position = positionInWord(place, sounds.length);
        const states = byItself
          ? senonesOf(model, model.alone[phone]!)
          : senonesOf(model, triphone(model, position, phone, left, right));
        for (const [state, senone] of states.entries()) {
          opens.push(place === 0 && state === 0 ? 1 : 0);
          senones.push(senone);
          phones.push(phone);
        }
      }
    }
  }
  wordStarts.push(pronunciationStarts.length);
  pronunciationStarts.push(senones.length);
  const { transitions, silence } = model;
  const chance = (state: number, phone: number, which: number) =>
    transitions[phone * 6 + (state % 3) * 2 + which]!;
  const waiting = byItself ? impatience : 0;
  return {
    senones: Uint16Array.from(senones),
    stays: Float32Array.from(phones, (phone, state) => chance(state, phone, 0) - waiting),
    goesOn: Float32Array.from(phones, (phone, state) => chance(state, phone, 1)),
    opens: Uint8Array.from(opens),
    pronunciationStarts,
    wordStarts,
    silence: {
      senones: senonesOf(model, model.alone[silence]!),
      stays: [0, 1, 2].map((state) => chance(state, silence, 0)),
      goesOn: [0, 1, 2].map((state) => chance(state, silence, 1)),
    },
  };
}

function triphone(
  { triphones, phones }: AcousticModel,
  position: number,
  phone: number,
  left: number,
  right: number,
): number {
  const count = phones.length;
  return triphones[((position * count + phone) * count + left) * count + right]!;
}
