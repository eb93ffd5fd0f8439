/** Text of an element whatever stands around its words, by offset into its `textContent`. */

/** The stretch from one offset to another. */
export function rangeIn(element: Element, start: number, end: number): Range {
  const range = document.createRange();
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let begun = false;
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const after = before + (node as Text).length;
    if (!begun && start < after) {
      range.setStart(node, start - before);
      begun = true;
    }
    if (begun && end <= after) {
      range.setEnd(node, end - before);
      break;
    }
    before = after;
  }
  return range;
}

/** The offset into the element's text of a point in it. */
export function offsetIn(element: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
