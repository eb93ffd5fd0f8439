/** What is asked, taken apart. */
export interface Query {
  /** All of these have to be in a passage. */
  all: Wanted[];
  /** None of these may be. */
  none: Wanted[];
  /** Any of these has to speak. */
  speakers: string[];
  /** The episode has to have all of these tags. */
  tags: string[];
  /** None of these may speak, and the episode may have none of these tags. */
  notSpeakers: string[];
  notTags: string[];
  /** Only this episode, by its slug; null for all. */
  episode: string | null;
  /** Only episodes from this moment on, and before this one, ms since 1970. */
  from: number | null;
  until: number | null;
  /** Plain sentences: what of the question was left out, and why. */
  remarks: string[];
}

export interface Wanted {
  /** As it was asked. */
  text: string;
  /**
   * `words`: any form of them, in this order where there are several (`open-source`). `phrase`: exactly as
   * they are. `beginning`: whatever begins so.
   */
  as: 'words' | 'phrase' | 'beginning';
}
