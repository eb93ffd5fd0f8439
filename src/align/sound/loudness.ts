/** The shares of a recording's frames that are quieter than what is taken for its quiet, and for its loud. */
const share = { quiet: 0.05, loud: 0.9 } as const;
/**
 * Quiet is at most this much below loud, as a logarithm of power (50 dB). Digital silence would be without
 * bottom, and the murmur before a voiced stop, some 35 dB below the vowel after it, would pass for none.
 */
const widest = 11.5;

/**
 * How loud each frame is between the quiet and the loud frames of its recording: 0 where it is quiet or
 * quieter, 1 where it is loud or louder.
 *
 * @param energies logarithms of power, one a frame
 */
export function loudnessOf(energies: Float32Array): Float32Array {
  const sorted = energies.slice().sort();
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  const loud = at(share.loud);
  const quiet = Math.max(at(share.quiet), loud - widest);
  const room = loud - quiet || 1;
  return energies.map((energy) => Math.min(1, Math.max(0, (energy - quiet) / room)));
}
