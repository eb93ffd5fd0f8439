import type { Fragment } from '../episode/media-fragment.ts';
import type { AboutSound } from './about-sound.ts';
import { arrive } from './arrive.ts';
import { connectClicks } from './clicks.ts';
import { connectFind } from './find.ts';
import { createFollower } from './follow.ts';
import type { Parts } from './parts.ts';
import { connectQuoteBar } from './quote-bar.ts';
import { readSaid } from './said.ts';
import { showSpoken } from './show-spoken.ts';
import { createSight } from './sight.ts';
import type { Sound } from './sound.ts';
import { connectWordCursor } from './word-cursor.ts';
import { spokenInPage } from './word-times.ts';

/** What keys can ask of the transcript. */
export interface TranscriptActs {
  openFind(): void;
  backToNow(): void;
}

/** Lets the words follow the sound, and the sound the words and the address. */
export function connectTranscript(
  sound: Sound,
  player: HTMLElement,
  parts: Parts,
  about: AboutSound,
  say: (text: string) => void,
  signal: AbortSignal,
): TranscriptActs {
  const said = readSaid();
  const times = spokenInPage();
  const sight = createSight(player, signal);
  const follower = createFollower(sight, player, parts, signal);
  const play = (stretch: Fragment) => {
    sound.playFrom(stretch);
    follower.resume();
  };
  const page = { ...times, sound, said, sight, play, say, lookAway: follower.yield };
  if (times.timed) showSpoken(page, follower.spoken, signal);
  connectClicks(page, signal);
  connectWordCursor(page, signal);
  connectQuoteBar(page, about, signal);
  arrive(page, follower, about.slug, parts.quoted, signal);
  return {
    openFind: connectFind(page, parts, signal),
    backToNow: () => follower.resume(),
  };
}
