import { type Evidence, unit } from '../../../src/align/spot/evidence.ts';
import { createRandom } from '../../../src/align/spot/random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const lead = 1 / unit;

/** The columns that a unit of letters runs through, a step each. */
export function codes(text: string): Uint16Array {
  return Uint16Array.from(text, (letter) => letters.indexOf(letter));
}

/**
 * A recording in which a letter is heard in every step: a whole lead speaks for it and half of one against any
 * other. In spaces nothing is heard.
 */
export function evidence(sound: string): Evidence {
  const width = letters.length;
  const table = new Int8Array(sound.length * width);
  const silent = new Uint8Array(sound.length);
  for (const [step, letter] of Array.from(sound).entries()) {
    const row = table.subarray(step * width, (step + 1) * width);
    if (letter === ' ') silent[step] = 1;
    else row.fill(-lead / 2).fill(lead, letters.indexOf(letter), letters.indexOf(letter) + 1);
  }
  return { steps: sound.length, table, width, silent, bias: new Float32Array(width) };
}

/** Made-up words, the same for the same seed; no letter follows itself. */
export function babble(seed: number, words: number, length: number): string[] {
  const random = createRandom(seed);
  const letter = () => Math.floor(random() * letters.length);
  let last = 0;
  return Array.from({ length: words }, () => {
    let word = '';
    while (word.length < length) {
      const next = letter();
      if (next !== last) word += letters[next];
      last = next;
    }
    return word;
  });
}
