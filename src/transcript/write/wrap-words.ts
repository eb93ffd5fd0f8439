/**
 * Puts words on lines of at most `width` characters; a longer word has a line of its own. What fits on two
 * lines is parted where a phrase ends, if it can be, and otherwise in the middle: easier to read at a glance
 * than a full line and a rest.
 */
export function wrapWords(words: string[], width: number): string[] {
  const length = words.reduce((sum, word) => sum + word.length + 1, -1);
  if (length <= width) return words.length === 0 ? [] : [words.join(' ')];
  const at = length <= width * 2 + 1 ? partingOf(words, length, width) : null;
  if (at !== null) return [words.slice(0, at).join(' '), words.slice(at).join(' ')];
  return fill(words, width);
}

/** How many words the first of two lines has, or null where two lines do not hold them. */
function partingOf(words: string[], length: number, width: number): number | null {
  let best: { at: number; cost: number } | null = null;
  let first = -1;
  for (const [index, word] of words.slice(0, -1).entries()) {
    first += word.length + 1;
    const second = length - first - 1;
    if (first > width || second > width) continue;
    const endsPhrase = /[,;:.!?…–—]["'”’»)\]]*$/.test(word);
    const cost = Math.abs(first - second) + (endsPhrase ? 0 : width);
    if (best === null || cost < best.cost) best = { at: index + 1, cost };
  }
  return best?.at ?? null;
}

function fill(words: string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
