/** Keeps the spoken word in sight for as long as the reader leaves the page where it is. */
export interface Follower {
  /** The word is spoken now, or has been last. */
  spoken(range: Range): void;
  /** Goes to the word and follows from there. */
  resume(): void;
}

/**
 * The reader's own scrolling ends it; then `toNow` offers the way back while the word is out of sight.
 * Before the first word was in sight it does not begin by itself, so that play leaves the page alone.
 */
export function createFollower(
  player: HTMLElement,
  toNow: HTMLElement,
  signal: AbortSignal,
): Follower {
  let following = false;
  let ours = 0;
  let word: Range | null = null;

  const place = () => {
    const rect = word?.getClientRects()[0] ?? null;
    const { top, bottom, height } = freeArea(player);
    const inSight = rect !== null && rect.top >= top && rect.bottom <= bottom;
    return { rect, inSight, goal: top + height * 0.3 };
  };
  const show = () => {
    const { rect, inSight, goal } = place();
    toNow.hidden = following || rect === null || inSight;
    toNow.classList.toggle('up', rect !== null && rect.top < goal);
  };
  const scroll = () => {
    const { rect, inSight, goal } = place();
    if (rect === null || inSight) return;
    ours = performance.now();
    scrollBy({ top: rect.top - goal, behavior: calm.matches ? 'auto' : 'smooth' });
  };
  const byReader = () => {
    following = false;
    show();
  };
  addEventListener('wheel', byReader, { passive: true, signal });
  addEventListener('touchmove', byReader, { passive: true, signal });
  // Keys, scroll bars and the search of the browser only show as scrolling that is not our own.
  const scrolled = () => (performance.now() - ours > 900 ? byReader() : show());
  addEventListener('scroll', scrolled, { passive: true, signal });
  addEventListener('resize', show, { passive: true, signal });

  const resume = () => {
    following = true;
    scroll();
    show();
  };
  toNow.addEventListener('click', resume, { signal });
  return {
    spoken(range) {
      if (word === null) {
        word = range;
        following = place().inSight;
      }
      word = range;
      if (following) scroll();
      show();
    },
    resume,
  };
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** The part of the window that the player leaves to the text, in CSS pixels from its top. */
function freeArea(player: HTMLElement) {
  const bar = player.getBoundingClientRect();
  const below = getComputedStyle(player).position === 'fixed';
  const top = below ? 0 : Math.max(0, Math.min(bar.bottom, innerHeight / 2));
  const bottom = below ? bar.top : innerHeight;
  return { top, bottom, height: bottom - top };
}
