/** The share of a recording's frames that are quieter than what is taken for its loud. */
const loudShare = 0.9;
/**
 * Quiet is at most this much below loud, as a logarithm of power (50 dB): digital silence would be without
 * bottom, and the murmur before a voiced stop, some 35 dB below the vowel after it, would pass for none.
 * And it is at least this much below.
 */
const apart = { most: 11.5, least: 2 } as const;
/** Frames that quiet is measured in at a time, and how many such blocks are looked at to either side. */
const block = 25;
const blocks = 12;

/**
 * How loud each frame is between what is quiet around it and what is loud in the recording: 0 where it is quiet
 * or quieter, 1 where it is loud or louder.
 *
 * Rooms and microphones change within a recording, so quiet is the least of three seconds (R. Martin, 2001:
 * Noise power spectral density estimation based on optimal smoothing and minimum statistics): of those before a
 * frame or those after it, whichever is more, for one of them may lie on the other side of a cut.
 *
 * @param energies logarithms of power, one a frame, each averaged with its neighbours
 */
export function loudnessOf(energies: Float32Array): Float32Array {
  const loud = energies.slice().sort()[Math.floor(energies.length * loudShare)] ?? 0;
  const least = leastOfBlocks(energies);
  const quiet = least.map((_, at) => {
    const before = Math.min(...least.subarray(Math.max(0, at - blocks), at + 1));
    const after = Math.min(...least.subarray(at, at + blocks + 1));
    const here = Math.max(before, after);
    return Math.min(Math.max(here, loud - apart.most), loud - apart.least);
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
