import type { Page } from './page.ts';
import { createBrush } from './paint.ts';
import { lastBegun, wordAt } from './word-at.ts';
import type { Spoken } from './word-times.ts';

/**
 * Paints the spoken word and marks its turn, from the first time that someone plays or chooses a moment.
 *
 * @param reached hears of every word that speech gets to
 */
export function showSpoken(
  { sound, said, spoken }: Page,
  reached: (range: Range) => void,
  signal: AbortSignal,
): void {
  const brush = createBrush('spoken', 2);
  /** People talk at once: the order of the page is not that of time. Null before anyone wants to hear it. */
  let byStart: Spoken[] | null = null;
  let painted: Spoken | null = null;
  let last: Spoken | null = null;
  let turn: Element | null = null;
  const rangeOf = ({ from, to }: Spoken) => said.rangeOf(from, to);

  const show = () => {
    if (byStart === null) return;
    const word = wordAt(byStart, sound.position());
    if (word !== painted) brush.paint(...(word ? [rangeOf(word)] : []));
    painted = word;
    const latest = lastBegun(byStart, sound.position());
    if (latest === last) return;
    last = latest;
    const now = latest && said.turnOf(latest.from);
    if (now !== turn) {
      turn?.removeAttribute('aria-current');
      now?.setAttribute('aria-current', 'true');
      turn = now;
    }
    if (latest !== null) reached(rangeOf(latest));
  };
  const begin = () => {
    byStart ??= [...spoken()].sort((a, b) => a.start - b.start);
  };
  sound.audio.addEventListener('play', begin, { signal });
  sound.onSeek(begin);
  sound.onChange(show);

  // The browser tells the time four times a second; words change more often.
  let running = false;
  const everyFrame = () => {
    show();
    running = !sound.audio.paused && !signal.aborted;
    if (running) requestAnimationFrame(everyFrame);
  };
  const run = () => {
    if (!running) everyFrame();
  };
  sound.audio.addEventListener('play', run, { signal });
}
