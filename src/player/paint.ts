/** Paints text without touching the page, by the CSS Custom Highlight API. `src/style` has the colours. */
export interface Brush {
  paint(...ranges: Range[]): void;
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
      for (const range of ranges) {
        holderOf(range).classList.add('painted');
        highlight.add(range);
      }
    },
  };
}

/**
 * What holds the whole of a stretch. The style sheet has colours for what has been painted in and for
 * nothing else: a browser works out every colour for every element that might need it.
 */
function holderOf({ commonAncestorContainer: common }: Range): Element {
  const element = common instanceof Element ? common : (common.parentElement as Element);
  return element.closest('p, h3') ?? element;
}
