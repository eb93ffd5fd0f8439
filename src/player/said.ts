import { offsetIn, rangeIn } from './text-range.ts';
import type { Place } from './word-times.ts';
import { offsetsOfWord, wordOfOffset } from './words-in-text.ts';

/** The words of the page, in paragraphs, whether they have times or not. */
export interface Said {
  paragraphs: Element[];
  textOf(paragraph: number): string;
  /** The text from one word to another. */
  rangeOf(from: Place, to: Place): Range;
  /** The word a point of the document falls in; null outside the words. */
  placeOf(node: Node, offset: number): Place | null;
  /** The word under a point of the window, in CSS pixels; null beside the words. */
  placeAt(x: number, y: number): Place | null;
  turnOf(place: Place): Element | null;
}

export function readSaid(): Said {
  const paragraphs = [...document.querySelectorAll('.said > p')];
  const numbers = new Map(paragraphs.map((element, at) => [element, at]));
  const textOf = (at: number) => paragraphs[at]?.textContent ?? '';
  const rangeOf = (from: Place, to: Place) => {
    const part = ({ paragraph, word }: Place) => {
      const { start, end } = offsetsOfWord(textOf(paragraph), word);
      return rangeIn(paragraphs[paragraph] as Element, start, end);
    };
    const range = part(from);
    if (from === to) return range;
    const last = part(to);
    range.setEnd(last.endContainer, last.endOffset);
    return range;
  };
  const placeOf = (node: Node, offset: number) => {
    const element = node instanceof Element ? node : node.parentElement;
    const holder = element?.closest('.said > p');
    const paragraph = holder && numbers.get(holder);
    if (!holder || paragraph === undefined) return null;
    return {
      paragraph: paragraph as number,
      word: wordOfOffset(textOf(paragraph as number), offsetIn(holder, node, offset)),
    };
  };
  return {
    paragraphs,
    textOf,
    rangeOf,
    placeOf,
    placeAt(x, y) {
      const caret = caretAt(x, y);
      const place = caret && placeOf(caret.node, caret.offset);
      if (!place) return null;
      // A caret is also found beside a line; the word has to be under the point.
      const under = [...rangeOf(place, place).getClientRects()].some(
        ({ left, right, top, bottom }) =>
          x >= left - 3 && x <= right + 3 && y >= top - 3 && y <= bottom + 3,
      );
      return under ? place : null;
    },
    turnOf: ({ paragraph }) => paragraphs[paragraph]?.closest('.turn') ?? null,
  };
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
