import type { Band } from './band.ts';

/** Stands in the place of a pronunciation where a word was left out. */
export const skipped = 15;

/** What was decided in each frame, to be read backwards once the end is known. */
export interface Decisions {
  /** Of each state in the band: 1 where it was come to, 0 where it was stayed in. */
  moved: Uint8Array;
  /** Of each place: bits 0–2 where a state of silence was come to, bit 3 where straying began. */
  rests: Uint8Array;
  /**
   * Of each place, between frames: bits 0–3 by which pronunciation of the word before it was arrived, bits 4–5
   * whether a way on leads from arriving (0), from silence (1) or from straying (2), bit 6 whether silence follows
   * straying, bit 7 whether straying follows silence, bit 8 whether leaving out the word before it follows leaving out
   * another.
   */
  arrivals: Uint16Array;
  /** Of each place, between frames: what the best way there, and the best by a word, has cost. */
  ready: Float64Array;
  arrived: Float64Array;
  /** Of each frame: what the nearest of all phones scores. */
  heard: Float32Array;
  /** What the whole way scores; −∞ where there is none. */
  total: number;
}

export function createDecisions(band: Band): Decisions {
  return {
    moved: new Uint8Array(band.cells),
    rests: new Uint8Array(band.places),
    arrivals: new Uint16Array(band.places),
    ready: new Float64Array(band.places),
    arrived: new Float64Array(band.places),
    heard: new Float32Array(band.frames.to - band.frames.from),
    total: Number.NEGATIVE_INFINITY,
  };
}
