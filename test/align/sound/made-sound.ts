import { createRandom } from '../../../src/align/spot/random.ts';

export const sampleRate = 16_000;

/** So many samples of a steady tone. */
export function tone(length: number, hertz: number, loudness = 8000): Int16Array {
  return Int16Array.from(
    { length },
    (_, at) => loudness * Math.sin((2 * Math.PI * hertz * at) / sampleRate),
  );
}

/** So many samples of noise, the same for the same seed. */
export function noise(length: number, seed = 3, loudness = 8000): Int16Array {
  const random = createRandom(seed);
  return Int16Array.from({ length }, () => loudness * (2 * random() - 1));
}

/** The sound in blocks of these lengths, again and again. */
export function* inBlocks(sound: Int16Array, lengths: number[]): Generator<Int16Array> {
  let at = 0;
  for (let turn = 0; at < sound.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? sound.length;
    yield sound.subarray(at, at + length);
    at += length;
  }
}
