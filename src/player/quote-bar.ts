import { type Fragment, printFragment } from '../episode/media-fragment.ts';
import type { AboutSound } from './about-sound.ts';
import { copy } from './copy.ts';
import { quoteText } from './quote-text.ts';
import type { Said } from './said.ts';
import { selectedWords, stretchOf, type Words } from './selected-words.ts';
import type { Sound } from './sound.ts';
import type { Spoken } from './word-times.ts';

/**
 * A small bar beside selected words, however they were selected: play them, copy a link to them, the
 * quote, or the code to embed them. From the keyboard it is one Tab away.
 *
 * @param began hears when words are selected, which is where the reader looks from then on
 */
export function connectQuoteBar(
  { sound, said, spoken }: { sound: Sound; said: Said; spoken: Spoken[] },
  about: AboutSound,
  say: (text: string) => void,
  began: () => void,
  signal: AbortSignal,
): void {
  const bar = document.querySelector<HTMLElement>('.quote-bar');
  if (bar === null || said.paragraphs.length === 0) return;
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button')];
  const told = bar.querySelector('[data-told]') as HTMLElement;
  let chosen: { words: Words; stretch: Fragment | null; range: Range } | null = null;

  // Telling that something is copied takes a moment, in which a phone may already have let the words go.
  let tellingUntil = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

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
    chosen = { words, stretch: stretchOf(spoken, words), range };
    for (const button of buttons) button.hidden = button.value === 'play' && !chosen.stretch;
    told.textContent = '';
    bar.hidden = false;
    placeBeside(bar, range);
    say('Selected. Press Tab to quote.');
  };
  document.addEventListener(
    'selectionchange',
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, 150);
      const { isCollapsed, anchorNode } = getSelection() ?? {};
      if (!isCollapsed && anchorNode && said.placeOf(anchorNode, 0)) began();
    },
    { signal },
  );

  const at = (address: string, sign: string) =>
    chosen?.stretch ? `${address}${sign}t=${printFragment(chosen.stretch)}` : address;
  const acts: Record<string, () => string | null> = {
    play: () => {
      if (chosen?.stretch) sound.choose(chosen.stretch);
      sound.play();
      return null;
    },
    link: () => at(about.page, '#'),
    quote: () =>
      chosen && quoteText(said, chosen.words, { ...about, address: at(about.page, '#') }),
    embed: () =>
      about.frame
        .replace(`"${about.embed}"`, `"${at(about.embed, '?')}"`)
        .replace(`"${about.page}"`, `"${at(about.page, '#')}"`),
  };
  for (const button of buttons) {
    const act = async () => {
      const text = acts[button.value]?.() ?? null;
      if (text === null) return;
      const copied = await copy(text);
      tellingUntil = performance.now() + 2000;
      look();
      told.textContent = copied ? 'Copied' : 'Your browser does not allow copying here.';
      say(told.textContent);
    };
    button.addEventListener('click', act, { signal });
    // The button must not take the selection away before it is used.
    button.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  }

  const moved = () => {
    if (chosen && !bar.hidden) placeBeside(bar, chosen.range);
  };
  addEventListener('resize', moved, { signal });

  document.addEventListener(
    'keydown',
    (event) => {
      if (bar.hidden) return;
      const inside = bar.contains(event.target as Node);
      if (event.key === 'Escape') {
        getSelection()?.removeAllRanges();
        tellingUntil = 0;
        hide();
      } else if (event.key === 'Tab' && !inside && !event.shiftKey) {
        event.preventDefault();
        buttons.find((button) => !button.hidden)?.focus();
      }
    },
    { signal },
  );
}

/** Under the last of the selected words, within the page. */
function placeBeside(bar: HTMLElement, range: Range): void {
  const lines = range.getClientRects();
  const last = lines[lines.length - 1] ?? range.getBoundingClientRect();
  const widest = document.documentElement.clientWidth - bar.offsetWidth - 8;
  const left = Math.max(8, Math.min(last.right - bar.offsetWidth / 2, widest));
  bar.style.setProperty('left', `${left + scrollX}px`);
  bar.style.setProperty('top', `${last.bottom + scrollY + 8}px`);
}
