/**
 * What aligning a whole recording has taught about how it sounds: its voices, room and microphone against what
 * the acoustic model knows. With it, a part of the recording is heard as it was heard within the whole.
 */
export interface Tuning {
  /** The aligner that it, and the times of the words, come from. */
  alignerVersion: number;
  /** Of each cepstrum: what is taken off, and what the rest is multiplied by. */
  means: number[];
  gains: number[];
  /** How much each phone scores too well or too badly, in logarithms. */
  bias: number[];
  /** What a frame of something unwritten costs. */
  straying: number;
  /** How well the words fit, in the middle. */
  typical: number;
  /** Energies: what few frames stay below, and what few exceed. */
  quiet: number;
  loud: number;
  /** How fast speech changes from sound to sound. */
  change: number;
}
