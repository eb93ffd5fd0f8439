import type { Fragment } from '../episode/media-fragment.ts';
import type { Said } from './said.ts';
import type { Sight } from './sight.ts';
import type { Sound } from './sound.ts';
import type { Spoken } from './word-times.ts';

/** The page as those see it who do something with its words. */
export interface Page {
  sound: Sound;
  said: Said;
  /** In the order of the page. */
  spoken: Spoken[];
  sight: Sight;
  /** Plays a stretch, and follows it. */
  play(stretch: Fragment): void;
  /** Speaks to those who do not see the page. */
  say(text: string): void;
  /** The reader looks at something of their own: the words stop following. */
  lookAway(): void;
}
