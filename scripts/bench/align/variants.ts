import { type Bars, bars } from './bars.ts';
import {
  faithful,
  type Material,
  withOtherTranscript,
  withoutSentences,
  withoutWords,
  withSentences,
} from './material.ts';
import { playMusic } from './music.ts';
import { addAir, addNoise } from './noise.ts';
import type { Line } from './read-script.ts';
import { putInRoom } from './room.ts';
import { beginningOf } from './sound.ts';
import { insertSound, sentencesIn, type Take } from './take.ts';

export interface Variant {
  what: string;
  make(): Material;
  /** What is asked of the words that are said. */
  asked: Bars | null;
  /** How many of the words nobody says may get a time, %; null where all are said. */
  absent: number | null;
  /** Encoded as MP3 at this rate before it is aligned; plain WAV where it is null. */
  bitRate: string | null;
}

export interface Ground {
  /** What is said in the recording. */
  interview: Take;
  /** Other speech, by another voice. */
  other: Take;
  /** Sentences that are not said in the interview. */
  unspoken: Line[];
}

const sentences = 15;

/** The recordings and transcripts the aligner is measured with. */
export function variantsOf({ interview, other, unspoken }: Ground): Variant[] {
  const clean = () => addAir(interview);
  const middle = Math.floor(sentencesIn(interview.words) / 2);
  const after = (sound: Take['sound'], sentence = 0) =>
    faithful(addAir(insertSound(interview, sound, sentence)));
  return [
    variant('clean', () => faithful(clean()), { asked: bars.clean }),
    variant('a room (0.4 s), noise at 20 dB', () =>
      faithful(addNoise(putInRoom(interview, { reverberation: 0.4, direct: 3 }), 20)),
    ),
    variant('MP3 at 32 kbit/s', () => faithful(clean()), { bitRate: '32k' }),
    variant(
      'a hall (0.7 s), noise at 10 dB',
      () => faithful(addNoise(putInRoom(interview, { reverberation: 0.7, direct: -3 }), 10)),
      { asked: bars.hard },
    ),
    variant('30 s of music before', () => after(playMusic(30, 3))),
    variant('45 s of music within', () => after(playMusic(45, 8), middle)),
    variant('54 s of other speech before', () => after(beginningOf(other.sound, 54))),
    variant(`${sentences} sentences missing`, () => withoutSentences(clean(), sentences)),
    variant('10 % of the words missing', () => withoutWords(clean(), 0.1), {
      asked: bars.dropped,
    }),
    variant(
      `${sentences} sentences nobody says`,
      () => withSentences(clean(), unspoken.slice(0, sentences)),
      { absent: 1 },
    ),
    variant('a transcript of something else', () => withOtherTranscript(clean(), unspoken), {
      asked: null,
      absent: 0,
    }),
  ];
}

function variant(what: string, make: () => Material, rest: Partial<Variant> = {}): Variant {
  return { what, make, asked: bars.present, absent: null, bitRate: null, ...rest };
}
