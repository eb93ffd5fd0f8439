/** A phone and when it is heard; seconds. */
export interface Phone {
  name: string;
  start: number;
  end: number;
}

/**
 * Tells which phones of a sentence belong to which of its words. In a sentence a word may sound a little
 * different from how it sounds alone (`the` before a vowel), so the two rows of phones are laid beside each
 * other with as few changes as possible (Levenshtein's distance, with the way back).
 *
 * @param words the phones of each word when it is said alone
 * @param said the phones of the sentence, without its pauses
 * @returns start and end of each word in seconds
 * @throws where a word has no phone in the sentence
 */
export function wordsInSpeech(words: string[][], said: Phone[]): { start: number; end: number }[] {
  const alone = words.flatMap((phones, word) => phones.map((name) => ({ name, word })));
  const names = said.map(({ name }) => name);
  const owners = ownersOf(alone, names);
  return words.map((_, word) => {
    const first = owners.indexOf(word);
    const last = owners.lastIndexOf(word);
    const [from, to] = [said[first], said[last]];
    if (from === undefined || to === undefined)
      throw new Error(`word ${word} is not in the speech`);
    return { start: from.start, end: to.end };
  });
}

/** For each phone said, the word it belongs to; one too many belongs to the word before. */
function ownersOf(alone: { name: string; word: number }[], said: string[]): number[] {
  const rows = distances(
    alone.map(({ name }) => name),
    said,
  );
  const owners: number[] = new Array(said.length).fill(0);
  let [a, s] = [alone.length, said.length];
  while (s > 0) {
    const here = rows[a]?.[s] ?? 0;
    const same = a > 0 && alone[a - 1]?.name === said[s - 1];
    if (a > 0 && here === (rows[a - 1]?.[s - 1] ?? 0) + (same ? 0 : 1)) {
      a -= 1;
      s -= 1;
      owners[s] = alone[a]?.word ?? 0;
    } else if (a > 0 && here === (rows[a - 1]?.[s] ?? 0) + 1) {
      a -= 1;
    } else {
      s -= 1;
      owners[s] = alone[Math.max(0, a - 1)]?.word ?? 0;
    }
  }
  return owners;
}

function distances(one: string[], other: string[]): number[][] {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (const [at, name] of one.entries()) {
    const above = rows[at] ?? [];
    const row = [at + 1];
    for (const [to, heard] of other.entries()) {
      const changed = (above[to] ?? 0) + (name === heard ? 0 : 1);
      row.push(Math.min(changed, (above[to + 1] ?? 0) + 1, (row[to] ?? 0) + 1));
    }
    rows.push(row);
  }
  return rows;
}
