import { fragmentInAddress } from './fragment-in-address.ts';
import type { Page } from './page.ts';
import { createBrush } from './paint.ts';
import type { Said } from './said.ts';
import { playableAt } from './word-at.ts';

/**
 * Plays from where the reader clicks: a word, or a link to a moment of this page. Selecting text, the click
 * that ends a selection, and the clicks that select a word or a paragraph play nothing.
 */
export function connectClicks({ sound, said, spoken, play }: Page, signal: AbortSignal): void {
  let selecting = false;
  const selected = () => getSelection()?.isCollapsed === false;
  document.addEventListener(
    'pointerdown',
    () => {
      selecting = selected();
    },
    { signal },
  );
  /** Where the sound was before the last click, which may turn out to be the first of two. */
  let before = { position: 0, paused: true, changed: false };
  const playFrom = (start: number) => {
    before = { position: sound.position(), paused: sound.audio.paused, changed: true };
    play({ start, end: null });
  };
  const undo = () => {
    if (!before.changed) return;
    before.changed = false;
    sound.seek(before.position);
    if (before.paused) sound.audio.pause();
  };

  document.addEventListener(
    'click',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (event.detail === 2) undo();
      if (event.detail > 1) return;
      before.changed = false;
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
      const asked = link?.getAttribute('href')?.startsWith('#t=') ? fragmentInAddress(link) : null;
      if (asked !== null && !event.defaultPrevented) {
        event.preventDefault();
        play(asked);
      }
      if (link !== null || spoken.length === 0 || selecting || selected()) return;
      const place = said.placeAt(event.clientX, event.clientY);
      const word = place && playableAt(spoken, place);
      if (word) playFrom(word.start);
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
