import { fragmentInAddress } from './fragment-in-address.ts';
import type { Page } from './page.ts';
import { createBrush } from './paint.ts';
import type { Said } from './said.ts';
import { playableAt } from './word-at.ts';

/**
 * Plays from where the reader clicks: a word, or a link to a moment of this page. Selecting text, the click
 * that ends a selection, and the clicks that select a word or a paragraph play nothing.
 */
export function connectClicks(
  { sound, said, timed, spoken, play }: Page,
  signal: AbortSignal,
): void {
  const timeAt = ({ clientX, clientY }: MouseEvent) => {
    const place = said.placeAt(clientX, clientY);
    return (place && playableAt(spoken(), place))?.start ?? null;
  };
  // Reading the times of hours takes its time; a hand that comes near may want them soon.
  if (timed)
    document.addEventListener('pointerover', () => setTimeout(spoken), { once: true, signal });
  let selecting = false;
  const selected = () => getSelection()?.isCollapsed === false;
  document.addEventListener(
    'pointerdown',
    (event) => {
      selecting = selected();
      const { target, button, pointerType } = event;
      if (!timed || button !== 0 || pointerType !== 'mouse') return;
      if (!(target as Element).closest('.said')) return;
      // A mouse button is held for a tenth of a second, in which the sound can come nearer.
      const start = timeAt(event);
      if (start !== null) sound.prepare(start);
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
      if (link !== null || !timed || selecting || selected()) return;
      const start = timeAt(event);
      if (start !== null) playFrom(start);
    },
    { signal },
  );
  if (timed) showPointed(said, signal);
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
