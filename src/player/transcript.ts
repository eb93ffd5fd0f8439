import { connectClicks } from './clicks.ts';
import { createFollower } from './follow.ts';
import type { Parts } from './parts.ts';
import { showSpoken } from './show-spoken.ts';
import type { Sound } from './sound.ts';
import { readSpokenText } from './spoken-text.ts';
import { timeInAddress } from './time-in-address.ts';

/** Lets the words follow the sound, and the sound the words and the address. */
export function connectTranscript(
  sound: Sound,
  player: HTMLElement,
  { toNow }: Parts,
  signal: AbortSignal,
): void {
  const text = readSpokenText();
  const follower = createFollower(player, toNow, signal);
  if (text !== null) showSpoken(sound, text, follower.spoken, signal);

  const go = (seconds: number) => {
    sound.seek(seconds);
    follower.resume();
  };
  const play = (seconds: number) => {
    go(seconds);
    sound.play();
  };
  connectClicks(text, play, signal);

  const arrive = () => {
    const asked = timeInAddress(location);
    if (asked !== null) go(asked);
  };
  addEventListener('hashchange', arrive, { signal });
  arrive();
}
