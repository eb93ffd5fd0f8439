/** Words of a paragraph are parted by one space each, as `render/turn.tsx` prints them. */

/** Which word, counted from 0, an offset into the text falls in; a space belongs to the word before it. */
export function wordOfOffset(text: string, offset: number): number {
  let words = 0;
  for (let at = text.indexOf(' '); at !== -1 && at < offset; at = text.indexOf(' ', at + 1)) {
    words += 1;
  }
  return words;
}

/** Where a word begins and ends in the text. */
export function offsetsOfWord(text: string, word: number): { start: number; end: number } {
  let start = 0;
  for (let left = word; left > 0; left -= 1) {
    const space = text.indexOf(' ', start);
    if (space === -1) break;
    start = space + 1;
  }
  const end = text.indexOf(' ', start);
  return { start, end: end === -1 ? text.length : end };
}

export function countWords(text: string): number {
  return text.split(' ').length;
}
