/** Pixels between the bar and the text, and between the bar and the edge of the window. */
const gap = 8;

/**
 * Puts an element under the last line of some text; where there is no room for it, above the first line; and
 * where the text fills the window, at the lower edge.
 *
 * @param area what can be seen of the page, CSS pixels from the top of the window
 */
export function placeBeside(
  element: HTMLElement,
  text: Range,
  area: { top: number; bottom: number },
): void {
  const lines = text.getClientRects();
  const whole = text.getBoundingClientRect();
  const [first, last] = [lines[0] ?? whole, lines[lines.length - 1] ?? whole];
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = last.bottom + gap;
  const above = first.top - gap - height;
  const lowest = area.bottom - gap - height;
  let top = below;
  if (below > lowest) top = above >= area.top ? Math.min(above, lowest) : lowest;
  const widest = document.documentElement.clientWidth - width - gap;
  const left = Math.max(gap, Math.min(last.right - width / 2, widest));
  element.style.setProperty('left', `${left + scrollX}px`);
  element.style.setProperty('top', `${Math.max(top, area.top) + scrollY}px`);
}
