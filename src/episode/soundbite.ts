/** A soundbite as a person names it: by what is said, or by when. */
export type SoundbiteSaid = { title: string } & (
  | { quote: string }
  | {
      /** Seconds. */
      start: number;
      duration: number;
    }
);
