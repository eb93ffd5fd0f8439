import { cepstra, createCepstralAnalysis } from './cepstra.ts';

/** A recording as the aligner remembers it: 10 ms a frame, 56 bytes each. */
export interface Heard {
  frames: number;
  /** [frame][cepstrum] */
  cepstra: Float32Array;
  /** Mean logarithm of the power in the bands, a frame. */
  energies: Float32Array;
}

/** The energy of a frame of digital silence, log 20 (the floor in `cepstra.ts`), is below this. */
export const nothing = 3.05;

/** Frames a second. */
export const frameRate = 100;

/**
 * Listens to a recording once.
 *
 * @param sound mono samples in blocks of any length
 * @param expected frames; where there are more, memory is taken anew as it runs out
 * @param onFrames told how many frames there are so far, after each block
 */
export async function listen(
  sound: AsyncIterable<Int16Array> | Iterable<Int16Array>,
  sampleRate: number,
  expected: number,
  onFrames: (frames: number) => void,
): Promise<Heard> {
  let heard: Heard = roomFor(Math.ceil(expected) + spare);
  let frames = 0;
  const analysis = createCepstralAnalysis(sampleRate, (cepstrum, energy) => {
    if (frames === heard.frames) heard = moreRoom(heard);
    heard.cepstra.set(cepstrum, frames * cepstra);
    heard.energies[frames] = energy;
    frames += 1;
  });
  for await (const block of sound) {
    analysis.take(block);
    onFrames(frames);
  }
  analysis.finish();
  return {
    frames,
    cepstra: heard.cepstra.subarray(0, frames * cepstra),
    energies: heard.energies.subarray(0, frames),
  };
}

/** Frames beyond those that are expected: a second. */
const spare = frameRate;

function roomFor(frames: number): Heard {
  return {
    frames,
    cepstra: new Float32Array(frames * cepstra),
    energies: new Float32Array(frames),
  };
}

function moreRoom(full: Heard): Heard {
  const larger = roomFor(Math.ceil(full.frames * 1.5));
  larger.cepstra.set(full.cepstra);
  larger.energies.set(full.energies);
  return larger;
}
