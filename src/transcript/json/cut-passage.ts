import type { SaidWord } from './dialect.ts';

/**
 * Cuts words where they fall silent, where a paragraph opens and where time runs backwards, so that what is
 * left may be sorted and set in paragraphs.
 *
 * @param silence seconds
 */
export function cutPassage(words: SaidWord[], silence: number): SaidWord[][] {
  const parts: SaidWord[][] = [];
  let latest: number | null = null;
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const over = before?.end ?? before?.start ?? null;
    const rests = over !== null && word.start !== null && word.start - over >= silence;
    const falls = latest !== null && word.start !== null && word.start < latest;
    if (before === undefined || rests || falls || word.opensParagraph) parts.push([]);
    parts.at(-1)!.push(word);
    latest = word.start ?? latest;
  }
  return parts;
}
