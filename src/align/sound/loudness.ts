/** The share of a recording's frames that are quieter than what is taken for its loud. */
const loudShare = 0.9;
/**
 * Quiet is at most this much below loud, as a logarithm of power (50 dB): digital silence would be without
 * bottom, and the murmur before a voiced stop, some 35 dB below the vowel after it, would pass for none.
 * And it is at least this much below.
 */
const apart = { most: 11.5, least: 2 } as const;
/** Frames that quiet is measured in at a time, and how many such blocks are looked at to either side: 5 s. */
const block = 25;
const blocks = 20;
/** Where the two sides differ, quiet is at most this much above the lesser (13 dB): talk may go on without a rest. */
const aside = 3;

/**
 * How loud each frame is between what is quiet around it and what is loud in the recording: 0 where it is quiet
 * or quieter, 1 where it is loud or louder.
 *
 * Rooms and microphones change within a recording, so quiet is the least of some seconds (R. Martin, 2001:
 * Noise power spectral density estimation based on optimal smoothing and minimum statistics): of those before a
 * frame or of those after it, whichever is more, for one of them may lie beyond a cut.
 *
 * @param energies logarithms of power, one a frame
 */
export function loudnessOf(energies: Float32Array): Float32Array {
  const loud = energies.slice().sort()[Math.floor(energies.length * loudShare)] ?? 0;
  const least = leastOfBlocks(energies);
  const leastFrom = (at: number) => Math.min(...least.subarray(at, at + blocks + 1));
  const quiet = least.map((_, at) => {
    // At the recording's ends a side reaches as far beyond the frame as it lacks.
    const before = leastFrom(Math.max(0, at - blocks));
    const after = leastFrom(Math.max(0, Math.min(at, least.length - 1 - blocks)));
    const around = Math.min(Math.max(before, after), Math.min(before, after) + aside);
    return Math.min(Math.max(around, loud - apart.most), loud - apart.least);
  });
  return energies.map((energy, frame) => {
    const floor = quiet[Math.floor(frame / block)]!;
    return Math.min(1, Math.max(0, (energy - floor) / (loud - floor)));
  });
}

function leastOfBlocks(energies: Float32Array): Float32Array {
  const least = new Float32Array(Math.ceil(energies.length / block));
  for (let at = 0; at < least.length; at += 1) {
    let value = Number.POSITIVE_INFINITY;
    const to = Math.min(energies.length, (at + 1) * block);
    for (let frame = at * block; frame < to; frame += 1) value = Math.min(value, energies[frame]!);
    least[at] = value;
  }
  return least;
}
