/** Below this confidence a word, or its time, is doubtful. */
export const doubtful = 0.5;

/** Doubtful words in a row that are worth telling of; single ones are everywhere and say little. */
export const leastDoubtful = 4;
