import type { Sight } from './sight.ts';

/** Keeps the spoken word in sight for as long as the reader leaves the page where it is. */
export interface Follower {
  /** The word is spoken now, or has been last. */
  spoken(range: Range): void;
  /** Goes to the word, at once where asked, and follows from there. */
  resume(atOnce?: boolean): void;
  /** The reader looks elsewhere: leaves the page to them. */
  yield(): void;
}

/**
 * The reader's own scrolling ends it, and so do selecting and searching; then `toNow` offers the way back
 * while the word is out of sight. Before the first word was in sight it does not begin by itself, so that
 * play leaves the page alone.
 */
export function createFollower(
  sight: Sight,
  player: HTMLElement,
  { toNow, play }: { toNow: HTMLElement; play: HTMLElement },
  signal: AbortSignal,
): Follower {
  let following = false;
  let word: Range | null = null;

  const show = () => {
    const at = word && sight.place(word);
    toNow.hidden = following || !at?.rect || at.inSight;
    toNow.classList.toggle('up', at?.above === true);
  };
  const leave = () => {
    following = false;
    show();
  };
  addEventListener('wheel', leave, { passive: true, signal });
  const byFinger = ({ target }: TouchEvent) => {
    if (!player.contains(target as Node)) leave();
  };
  addEventListener('touchmove', byFinger, { passive: true, signal });
  const byKey = ({ key, target }: KeyboardEvent) => {
    if (scrollKeys.has(key) && target === document.body) leave();
  };
  addEventListener('keydown', byKey, { signal });
  // The scroll bar lies beside the page.
  const onBar = ({ clientX }: PointerEvent) => {
    if (clientX >= document.documentElement.clientWidth) leave();
  };
  addEventListener('pointerdown', onBar, { signal });
  // What else scrolls, as the search of the browser, only shows as scrolling that is not our own.
  const scrolled = () => (sight.isBringing() ? show() : leave());
  addEventListener('scroll', scrolled, { passive: true, signal });
  const resized = () => {
    if (following && word) sight.bring(word, true);
    show();
  };
  addEventListener('resize', resized, { passive: true, signal });

  const resume = (atOnce?: boolean) => {
    following = true;
    if (word) sight.bring(word, atOnce);
    // A button that goes away must not take the focus with it.
    if (document.activeElement === toNow) play.focus();
    show();
  };
  toNow.addEventListener('click', () => resume(), { signal });
  return {
    spoken(range) {
      if (word === null) following ||= sight.place(range).inSight;
      word = range;
      if (following) sight.bring(range);
      show();
    },
    resume,
    yield: leave,
  };
}

const scrollKeys = new Set([' ', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'Home', 'End']);
