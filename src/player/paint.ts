/** Paints text without touching the page, by the CSS Custom Highlight API. `src/style` has the colours. */
export interface Brush {
  paint(...ranges: AbstractRange[]): void;
}

/**
 * A brush for `::highlight(name)`; browsers without the API go without paint.
 *
 * @param above where two overlap, the higher one is seen
 */
export function createBrush(name: string, above = 0): Brush {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return { paint: () => {} };
  const highlight = new Highlight();
  highlight.priority = above;
  CSS.highlights.set(name, highlight);
  return {
    paint(...ranges) {
      highlight.clear();
      for (const range of ranges) highlight.add(range);
    },
  };
}
