import { cepstra } from './cepstra.ts';
import type { Heard } from './listen.ts';

/** Numbers the model sees of a frame: cepstra, how they change, and how that changes. */
export const features = 3 * cepstra;

/**
 * Writes a frame's features: the cepstra themselves, their difference from two frames before to two after,
 * and the difference of such differences (`1s_c_d_dd` in Sphinx's terms). Beyond its ends the recording goes
 * on as its first and last frame.
 */
export function readFeatures(
  { frames, cepstra: values }: Heard,
  frame: number,
  into: Float32Array,
) {
  const at = (offset: number) => Math.min(frames - 1, Math.max(0, frame + offset)) * cepstra;
  const here = at(0);
  const [b3, b2, b1, a1, a2, a3] = [at(-3), at(-2), at(-1), at(1), at(2), at(3)] as const;
  for (let n = 0; n < cepstra; n += 1) {
    into[n] = values[here + n]!;
    into[cepstra + n] = values[a2 + n]! - values[b2 + n]!;
    into[2 * cepstra + n] = values[a3 + n]! - values[b1 + n]! - (values[a1 + n]! - values[b3 + n]!);
  }
}
