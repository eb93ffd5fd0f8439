/** Where the reader looks: the part of the window that the player leaves to the text. */
export interface Sight {
  /** Where text is on the screen, and whether all of its first line can be read. */
  place(range: Range): { rect: DOMRect | null; inSight: boolean; above: boolean };
  /** Brings text to the upper third; not at once, but gently, where the reader does not mind. */
  bring(range: Range, atOnce?: boolean): void;
  /** Whether the page scrolls, or has just scrolled, because of `bring` or of a new size. */
  isBringing(): boolean;
  /** In CSS pixels from the top of the window; `goal` is where text that is brought comes to stand. */
  area(): { top: number; bottom: number; goal: number };
}

/** How long a gentle scroll may take, and how long after its end its last event may come. Milliseconds. */
const longestScroll = 3000;
const afterScroll = 150;
/** So many windows away a glide would only be a blur. */
const farAway = 3;
/** The same where the browser does not tell that it ends. */
const untoldScroll = 900;

export function createSight(player: HTMLElement, signal: AbortSignal): Sight {
  let until = 0;
  const bringFor = (milliseconds: number) => {
    until = performance.now() + milliseconds;
  };
  addEventListener('scrollend', () => bringFor(Math.min(afterScroll, left())), { signal });
  addEventListener('resize', () => bringFor(untoldScroll), { signal });
  const left = () => Math.max(0, until - performance.now());
  tellHeight(player, signal);

  const area = () => {
    const bar = player.getBoundingClientRect();
    const below = getComputedStyle(player).position === 'fixed';
    const top = below ? 0 : Math.max(0, Math.min(bar.bottom, innerHeight / 2));
    const bottom = below ? bar.top : innerHeight;
    return { top, bottom, goal: top + (bottom - top) * 0.3 };
  };
  const place = (range: Range) => {
    const rect = range.getClientRects()[0] ?? null;
    const { top, bottom, goal } = area();
    const inSight = rect !== null && rect.top >= top && rect.bottom <= bottom;
    return { rect, inSight, above: rect !== null && rect.top < goal };
  };
  const scrollTo = (range: Range, behavior: ScrollBehavior) => {
    const { rect } = place(range);
    if (rect) scrollBy({ top: rect.top - area().goal, behavior });
  };
  /** What comes into sight is laid out only then, within a few frames, and moves what was brought. */
  const jumpTo = (range: Range, frames = 6) => {
    scrollTo(range, 'instant');
    if (frames > 0) requestAnimationFrame(() => jumpTo(range, frames - 1));
  };
  return {
    area,
    place,
    bring(range, atOnce = calm.matches) {
      const { rect, inSight } = place(range);
      if (rect === null || inSight) return;
      bringFor('onscrollend' in window ? longestScroll : untoldScroll);
      const far = Math.abs(rect.top) > farAway * innerHeight;
      if (atOnce || far) jumpTo(range);
      else scrollTo(range, 'smooth');
    },
    isBringing: () => left() > 0,
  };
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * The style sheet keeps names and headings clear of the player, whatever is open in it. It knows the
 * height of the player as it comes: a new one styles the whole page anew.
 */
function tellHeight(player: HTMLElement, signal: AbortSignal): void {
  const root = document.documentElement;
  const observer = new ResizeObserver(() => {
    const known = Number.parseFloat(getComputedStyle(root).getPropertyValue('--bar'));
    const rem = Number.parseFloat(getComputedStyle(root).fontSize);
    if (Math.abs(player.offsetHeight / rem - known) < 0.5) return;
    root.style.setProperty('--bar', `${player.offsetHeight / rem}rem`);
  });
  observer.observe(player);
  signal.addEventListener('abort', () => observer.disconnect());
}
