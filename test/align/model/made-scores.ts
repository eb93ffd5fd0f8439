import type { SenoneScores } from '../../../src/align/model/senones.ts';

/**
 * Scores of a recording in which one phone is heard in each frame, for models of three senones a phone: 0 for
 * any senone of the phone that is heard, less for those of others.
 *
 * @param heard the phone of each frame
 * @param contrast how much less another phone scores
 * @param favours what each phone scores more than that, heard or not
 */
export function madeScores(
  heard: number[],
  { contrast = 10, favours = [] }: { contrast?: number; favours?: number[] } = {},
): SenoneScores {
  let frame = 0;
  let penalties = new Float32Array();
  return {
    look(next) {
      frame = next;
    },
    score(senone) {
      const phone = Math.floor(senone / 3);
      const own = (favours[phone] ?? 0) - (penalties[phone] ?? 0);
      return (phone === heard[frame] ? 0 : -contrast) + own;
    },
    penalise(more) {
      penalties = Float32Array.from(more);
    },
  };
}
