/** Paints text without touching the page, by the CSS Custom Highlight API. `style.css` has the colours. */
export interface Brush {
  paint(range: Range | null): void;
}

/** A brush for `::highlight(name)`; browsers without the API go without paint. */
export function createBrush(name: string): Brush {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return { paint: () => {} };
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  return {
    paint(range) {
      highlight.clear();
      if (range !== null) highlight.add(range);
    },
  };
}
