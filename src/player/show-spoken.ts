import { createBrush } from './paint.ts';
import type { Sound } from './sound.ts';
import type { SpokenText } from './spoken-text.ts';
import { lastBegun, wordAt } from './word-at.ts';
import type { Spoken } from './word-times.ts';

/**
 * Paints the spoken word and marks its turn, from the first time that someone plays or chooses a moment.
 *
 * @param reached hears of every word that speech gets to
 */
export function showSpoken(
  sound: Sound,
  text: SpokenText,
  reached: (range: Range) => void,
  signal: AbortSignal,
): void {
  const brush = createBrush('spoken');
  let begun = false;
  let painted: Spoken | null = null;
  let last: Spoken | null = null;
  let turn: Element | null = null;

  const show = () => {
    if (!begun) return;
    const word = wordAt(text.byStart, sound.position());
    if (word !== painted) brush.paint(word && text.rangeOf(word));
    painted = word;
    const latest = lastBegun(text.byStart, sound.position());
    if (latest === last) return;
    last = latest;
    turn?.removeAttribute('aria-current');
    turn = latest && text.turnOf(latest);
    turn?.setAttribute('aria-current', 'true');
    if (latest !== null) reached(text.rangeOf(latest));
  };
  const begin = () => {
    begun = true;
  };
  sound.audio.addEventListener('play', begin, { signal });
  sound.onSeek(begin);
  sound.onChange(show);

  // The browser tells the time four times a second; words change more often.
  const everyFrame = () => {
    show();
    if (!sound.audio.paused && !signal.aborted) requestAnimationFrame(everyFrame);
  };
  sound.audio.addEventListener('playing', everyFrame, { signal });
}
