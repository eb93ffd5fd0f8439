import { createBrush } from './paint.ts';
import type { SpokenText } from './spoken-text.ts';
import { timeInAddress } from './time-in-address.ts';
import { playableAt } from './word-at.ts';

/**
 * Plays from where the reader clicks: a word, or a link to a moment of this page. Selecting text, and
 * the click that ends a selection, play nothing.
 *
 * @param play plays from a moment, in seconds
 */
export function connectClicks(
  text: SpokenText | null,
  play: (seconds: number) => void,
  signal: AbortSignal,
): void {
  let selecting = false;
  const selected = () => getSelection()?.isCollapsed === false;
  document.addEventListener(
    'pointerdown',
    () => {
      selecting = selected();
    },
    { signal },
  );

  document.addEventListener(
    'click',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.detail > 1)
        return;
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
      const time = link?.getAttribute('href')?.startsWith('#t=') ? timeInAddress(link) : null;
      if (link !== null && time !== null) {
        event.preventDefault();
        history.replaceState(null, '', link.hash);
        play(time);
      }
      if (link !== null || text === null || selecting || selected()) return;
      const place = text.placeAt(event.clientX, event.clientY);
      const word = place && playableAt(text.words, place);
      if (word) play(word.start);
    },
    { signal },
  );
  if (text !== null) showPointed(text, signal);
}

/** Marks the word under the mouse, so that it can be seen what a click will do. */
function showPointed(text: SpokenText, signal: AbortSignal): void {
  if (!matchMedia('(hover: hover)').matches) return;
  const brush = createBrush('pointed');
  document.addEventListener(
    'pointermove',
    ({ target, clientX, clientY, buttons }) => {
      const said = (target as Element).closest?.('.said') && buttons === 0;
      const place = said ? text.placeAt(clientX, clientY) : null;
      brush.paint(place && text.rangeOfWord(place));
    },
    { passive: true, signal },
  );
}
