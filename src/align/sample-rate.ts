/** Samples a second of the sound that the aligner hears; mono. */
export const sampleRate = 16_000;
