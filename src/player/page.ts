import type { Fragment } from '../episode/media-fragment.ts';
import type { Said } from './said.ts';
import type { Sight } from './sight.ts';
import type { Sound } from './sound.ts';
import type { SpokenInPage } from './word-times.ts';

/** The page as those see it who do something with its words. */
export interface Page extends SpokenInPage {
  sound: Sound;
  said: Said;
  sight: Sight;
  /** Plays a stretch, and follows it. */
  play(stretch: Fragment): void;
  /** Speaks to those who do not see the page. */
  say(text: string): void;
  /** The reader looks at something of their own: the words stop following. */
  lookAway(): void;
}
