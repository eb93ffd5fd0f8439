import { isSpeech } from './evidence.ts';

/** Steps of 30 ms that a sound is expected to last: about 100 ms for a vowel, 70 ms for a consonant. */
const vowelSteps = 3;
const consonantSteps = 2;

/**
 * How a unit should run through the evidence: one third of one phone after another.
 *
 * @param phones of the unit's words, one after another
 * @param names of the model's phones
 * @returns columns of the evidence, one for each step that the unit is expected to last
 */
export function codesOf(phones: number[], names: string[]): Uint16Array {
  const codes: number[] = [];
  for (const phone of phones) {
    if (!isSpeech(names[phone] ?? 'SIL')) continue;
    const isVowel = /^[AEIOU]/.test(names[phone] ?? '');
    const steps = isVowel ? vowelSteps : consonantSteps;
    for (let step = 0; step < steps; step += 1) {
      codes.push(phone * 3 + Math.round((step * 2) / (steps - 1)));
    }
  }
  return Uint16Array.from(codes);
}
