import type { AcousticModel } from '../model/read-model.ts';

/** Where a phone stands in its word, as the model counts it. */
export function positionInWord(place: number, length: number): 0 | 1 | 2 | 3 {
  if (length === 1) return 3;
  if (place === 0) return 1;
  return place === length - 1 ? 2 : 0;
}

/** The three senones of a state sequence. */
export function senonesOf({ sequences }: AcousticModel, sequence: number): number[] {
  return [0, 1, 2].map((state) => sequences[sequence * 3 + state]!);
}
