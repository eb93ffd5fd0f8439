import type { AboutSound } from './about-sound.ts';
import { copy } from './copy.ts';
import type { Page } from './page.ts';
import { placeBeside } from './place-beside.ts';
import { type Chosen, type Taking, takeAlong } from './quote-acts.ts';
import { selectedWords, stretchOf } from './selected-words.ts';

/** How long it is said that something was copied; a phone may let the words go at once. Milliseconds. */
const telling = 2000;
/** How long a selection has to rest before the bar comes. Milliseconds. */
const rest = 150;

/**
 * A small bar beside selected words, however they were selected: play them, copy a link to them, the
 * quote, or the code to embed them. From the text it is one Tab away.
 */
export function connectQuoteBar(page: Page, about: AboutSound, signal: AbortSignal): void {
  const { said, spoken, sight, say } = page;
  const bar = document.querySelector<HTMLElement>('.quote-bar');
  if (bar === null || said.paragraphs.length === 0) return;
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button')];
  const told = bar.querySelector('[data-told]') as HTMLElement;
  let chosen: (Chosen & { range: Range }) | null = null;
  let tellingUntil = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** Where the focus was before it came into the bar. */
  let from: HTMLElement | null = null;

  const place = () => {
    if (chosen) placeBeside(bar, chosen.range, sight.area());
  };
  const hide = () => {
    bar.hidden = true;
    chosen = null;
  };
  const look = () => {
    clearTimeout(waiting);
    const left = tellingUntil - performance.now();
    if (left > 0) waiting = setTimeout(look, left);
    if (left > 0 || (chosen && bar.contains(document.activeElement))) return;
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    const words = range && !range.collapsed ? selectedWords(said, range) : null;
    if (range === null || words === null) {
      hide();
      return;
    }
    chosen = { words, stretch: stretchOf(spoken(), words), range };
    for (const button of buttons) button.hidden = button.value === 'play' && !chosen.stretch;
    told.textContent = '';
    if (bar.hidden) say('Selected. Press Tab to quote.');
    bar.hidden = false;
    place();
  };
  const selecting = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, rest);
    const { isCollapsed, anchorNode } = getSelection() ?? {};
    if (!isCollapsed && anchorNode && said.placeOf(anchorNode, 0)) page.lookAway();
  };
  document.addEventListener('selectionchange', selecting, { signal });
  addEventListener('resize', place, { signal });

  const act = async (button: HTMLButtonElement) => {
    if (chosen === null) return;
    if (button.value === 'play') {
      if (chosen.stretch) page.play(chosen.stretch);
      return;
    }
    const copied = await copy(takeAlong(button.value as Taking, chosen, said, about));
    tellingUntil = performance.now() + telling;
    look();
    told.textContent = copied ? 'Copied' : 'Your browser does not allow copying here.';
    say(told.textContent);
    place();
  };
  for (const button of buttons) {
    button.addEventListener('click', () => act(button), { signal });
    // The button must not take the selection away before it is used.
    button.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  }

  const keyed = (event: KeyboardEvent) => {
    if (bar.hidden) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') {
      if (bar.contains(target)) (from ?? document.body).focus({ preventScroll: true });
      getSelection()?.removeAllRanges();
      tellingUntil = 0;
      hide();
    } else if (event.key === 'Tab' && !event.shiftKey && target.matches('body, .moment')) {
      event.preventDefault();
      // The last word may have been added a moment ago.
      look();
      from = target;
      buttons.find((button) => !button.hidden)?.focus();
    }
  };
  document.addEventListener('keydown', keyed, { signal });
}
