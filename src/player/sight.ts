/** Where the reader looks: the part of the window that the player leaves to the text. */
export interface Sight {
  /** Where text is on the screen, and whether all of its first line can be read. */
  place(range: Range): { rect: DOMRect | null; inSight: boolean; above: boolean };
  /** Brings text to the upper third; not at once, but gently, where the reader does not mind. */
  bring(range: Range, atOnce?: boolean): void;
  /** Whether the page scrolls, or has just scrolled, because of `bring`. */
  isBringing(): boolean;
}

/** How long a gentle scroll of the browser may take. Milliseconds. */
const longestScroll = 900;

export function createSight(player: HTMLElement, signal: AbortSignal): Sight {
  tellHeight(player, signal);
  let since = -longestScroll;
  const place = (range: Range) => {
    const rect = range.getClientRects()[0] ?? null;
    const { top, bottom, goal } = freeArea(player);
    const inSight = rect !== null && rect.top >= top && rect.bottom <= bottom;
    return { rect, inSight, above: rect !== null && rect.top < goal };
  };
  return {
    place,
    bring(range, atOnce = calm.matches) {
      const { rect, inSight } = place(range);
      if (rect === null || inSight) return;
      since = performance.now();
      const top = rect.top - freeArea(player).goal;
      scrollBy({ top, behavior: atOnce ? 'instant' : 'smooth' });
    },
    isBringing: () => performance.now() - since < longestScroll,
  };
}

/** The style sheet keeps names and headings clear of the player, whatever is open in it. */
function tellHeight(player: HTMLElement, signal: AbortSignal): void {
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--bar', `${player.offsetHeight}px`);
  });
  observer.observe(player);
  signal.addEventListener('abort', () => observer.disconnect());
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** In CSS pixels from the top of the window; `goal` is where text that is brought comes to stand. */
function freeArea(player: HTMLElement) {
  const bar = player.getBoundingClientRect();
  const below = getComputedStyle(player).position === 'fixed';
  const top = below ? 0 : Math.max(0, Math.min(bar.bottom, innerHeight / 2));
  const bottom = below ? bar.top : innerHeight;
  return { top, bottom, goal: top + (bottom - top) * 0.3 };
}
