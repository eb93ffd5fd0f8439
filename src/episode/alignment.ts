/** What came of looking for a transcript's words in its recording. Times are seconds from its start. */
export interface Alignment {
  /**
   * `aligned`: words were given times. `compared`: every word had one of its own, and they were held against
   * the sound. `refused`: the transcript does not fit the recording well enough. `failed`: it could not be tried.
   */
  verdict: 'aligned' | 'compared' | 'refused' | 'failed';
  /** Why it was refused or failed, in plain sentences; else null. */
  reason: string | null;
  /** Words that are to be spoken: stage directions and breaks are not among them. */
  words: number;
  /** How many of these were found in the sound; 0 where it was refused or failed. */
  found: number;
  /** What is heard and not written, in order. */
  unwritten: Unwritten[];
  /** What is written and not heard, in order. */
  unspoken: Unspoken[];
  /** Where words were placed without much certainty, in order. */
  uncertain: Stretch[];
  /** Where times that the transcript brought are off against the sound, in order. */
  shifts: Shift[];
}

export interface Stretch {
  start: number;
  end: number;
}

export interface Unwritten extends Stretch {
  heard: 'speech' | 'music' | 'silence';
}

export interface Unspoken {
  /** Number of words. */
  words: number;
  /** How it begins, as written; a few words. */
  begins: string;
  /** When the last word before it that was found is spoken; 0 where there is none. */
  after: number;
}

export interface Shift extends Stretch {
  /** Seconds that the transcript's times run late; negative where they run ahead. */
  late: number;
}
