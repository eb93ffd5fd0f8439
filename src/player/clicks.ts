import type { Fragment } from '../episode/media-fragment.ts';
import { fragmentInAddress } from './fragment-in-address.ts';
import { createBrush } from './paint.ts';
import type { Said } from './said.ts';
import { playableAt } from './word-at.ts';
import type { Spoken } from './word-times.ts';

/**
 * Plays from where the reader clicks: a word, or a link to a moment of this page. Selecting text, and
 * the click that ends a selection, play nothing.
 */
export function connectClicks(
  said: Said,
  spoken: Spoken[],
  play: (stretch: Fragment) => void,
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
      const asked = link?.getAttribute('href')?.startsWith('#t=') ? fragmentInAddress(link) : null;
      if (link !== null && asked !== null && !event.defaultPrevented) {
        event.preventDefault();
        history.replaceState(null, '', link.hash);
        play(asked);
      }
      if (link !== null || spoken.length === 0 || selecting || selected()) return;
      const place = said.placeAt(event.clientX, event.clientY);
      const word = place && playableAt(spoken, place);
      if (word) play({ start: word.start, end: null });
    },
    { signal },
  );
  if (spoken.length > 0) showPointed(said, signal);
}

/** Marks the word under the mouse, so that it can be seen what a click will do. */
function showPointed(said: Said, signal: AbortSignal): void {
  if (!matchMedia('(hover: hover)').matches) return;
  const brush = createBrush('pointed', 4);
  document.addEventListener(
    'pointermove',
    ({ target, clientX, clientY, buttons }) => {
      const over = (target as Element).closest?.('.said') && buttons === 0;
      const place = over ? said.placeAt(clientX, clientY) : null;
      brush.paint(...(place ? [said.rangeOf(place, place)] : []));
    },
    { passive: true, signal },
  );
}
