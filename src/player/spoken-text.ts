import { type Place, readWordTimes, type Spoken } from './word-times.ts';
import { offsetsOfWord, wordOfOffset } from './words-in-text.ts';

/** The transcript of the page as the player handles it. */
export interface SpokenText {
  /** In the order of the page. */
  words: Spoken[];
  /** The same by start: people talk at once. */
  byStart: Spoken[];
  /** The text of a stretch. */
  rangeOf(spoken: Spoken): Range;
  /** The text of a single word. */
  rangeOfWord(place: Place): Range;
  turnOf(spoken: Spoken): Element | null;
  /** The word under a point of the window, in CSS pixels; null beside the words. */
  placeAt(x: number, y: number): Place | null;
}

/** Null where the page has no transcript, or none with times. */
export function readSpokenText(): SpokenText | null {
  const times = document.getElementById('word-times')?.textContent;
  if (!times) return null;
  const paragraphs = [...document.querySelectorAll('.said > p')];
  const words = readWordTimes(JSON.parse(times));

  const textOf = (paragraph: number): Text => {
    const element = paragraphs[paragraph] as Element;
    // Parsers cut very long texts in pieces.
    element.normalize();
    return element.firstChild as Text;
  };
  const rangeBetween = (from: Place, to: Place) => {
    const [first, last] = [textOf(from.paragraph), textOf(to.paragraph)];
    const range = document.createRange();
    range.setStart(first, offsetsOfWord(first.data, from.word).start);
    range.setEnd(last, offsetsOfWord(last.data, to.word).end);
    return range;
  };
  const rangeOfWord = (place: Place) => rangeBetween(place, place);
  return {
    words,
    byStart: [...words].sort((a, b) => a.start - b.start),
    rangeOf: ({ from, to }) => rangeBetween(from, to),
    rangeOfWord,
    turnOf: ({ from }) => paragraphs[from.paragraph]?.closest('.turn') ?? null,
    placeAt(x, y) {
      const caret = caretAt(x, y);
      const paragraph = paragraphs.indexOf(caret?.node.parentElement as Element);
      if (caret === null || paragraph === -1) return null;
      const place = { paragraph, word: wordOfOffset(textOf(paragraph).data, caret.offset) };
      // A caret is also found beside a line; the word has to be under the point.
      const under = [...rangeOfWord(place).getClientRects()].some(
        ({ left, right, top, bottom }) =>
          x >= left - 3 && x <= right + 3 && y >= top - 3 && y <= bottom + 3,
      );
      return under ? place : null;
    },
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
