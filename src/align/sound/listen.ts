import { cepstra, createCepstralAnalysis } from './cepstra.ts';

/** A recording as the aligner remembers it: 10 ms a frame, 56 bytes each. */
export interface Heard {
  frames: number;
  /** [frame][cepstrum] */
  cepstra: Float32Array;
  /** Mean logarithm of the power in the bands, a frame. */
  energies: Float32Array;
}

/** The energy of a frame of digital silence is below this. */
export const nothing = -9;

/** Frames a second. */
export const frameRate = 100;

/**
 * Listens to a recording once.
 *
 * @param sound mono samples in blocks of any length
 * @param onFrames told how many frames there are so far, after each block
 */
export async function listen(
  sound: AsyncIterable<Int16Array> | Iterable<Int16Array>,
  sampleRate: number,
  onFrames: (frames: number) => void,
): Promise<Heard> {
  const described = createFrameStore();
  const analysis = createCepstralAnalysis(sampleRate, described.add);
  for await (const block of sound) {
    analysis.take(block);
    onFrames(described.frames());
  }
  analysis.finish();
  return described.all();
}

/** Pages of frames, so that a long recording is not copied each time it outgrows its place. */
function createFrameStore() {
  const pages: { cepstra: Float32Array; energies: Float32Array }[] = [];
  const perPage = 60_000;
  let frames = 0;
  return {
    frames: () => frames,
    add(cepstrum: Float32Array, energy: number) {
      const at = frames % perPage;
      if (at === 0) {
        pages.push({
          cepstra: new Float32Array(perPage * cepstra),
          energies: new Float32Array(perPage),
        });
      }
      const page = pages.at(-1)!;
      page.cepstra.set(cepstrum, at * cepstra);
      page.energies[at] = energy;
      frames += 1;
    },
    all(): Heard {
      const whole = {
        frames,
        cepstra: new Float32Array(frames * cepstra),
        energies: new Float32Array(frames),
      };
      for (const [index, page] of pages.entries()) {
        const from = index * perPage;
        const length = Math.min(perPage, frames - from);
        whole.cepstra.set(page.cepstra.subarray(0, length * cepstra), from * cepstra);
        whole.energies.set(page.energies.subarray(0, length), from);
      }
      return whole;
    },
  };
}
