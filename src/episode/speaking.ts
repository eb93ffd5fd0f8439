/** What somebody said in an episode. */
export interface Spoken {
  turns: number;
  /** From the first to the last timed word of each turn; 0 where no time is known. */
  seconds: number;
  words: number;
}

/** What somebody said in all episodes, and in each of those that were asked for, by their slugs. */
export interface Speaking extends Spoken {
  episodes: number;
  inEach: ReadonlyMap<string, Spoken>;
}
