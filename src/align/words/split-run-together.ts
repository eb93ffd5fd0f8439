/** Longer than any name; what is longer is left as it is. */
const longestRun = 40;

/** Longer than nearly any word. */
const longestWord = 16;

/**
 * Words written without spaces, as in `rdoproject` or `blacklivesmatter`, taken apart into the fewest: a
 * letter that belongs to none counts as more than a word and is spelt.
 *
 * @param run in small letters
 */
export function splitRunTogether(run: string, isWord: (word: string) => boolean): string[] {
  if (run.length > longestRun) return [run];
  const best: Split[] = [{ cost: 0, from: 0, word: '' }];
  for (let end = 1; end <= run.length; end += 1) {
    let cheapest: Split = {
      cost: best[end - 1]!.cost + 1.5,
      from: end - 1,
      word: `${run[end - 1]}.`,
    };
    for (let from = Math.max(0, end - longestWord); from <= end - 2; from += 1) {
      const word = run.slice(from, end);
      // Of two letters nearly anything is in a dictionary, as somebody's initials.
      const cost = best[from]!.cost + (word.length === 2 ? 3 : 1);
      if (cost < cheapest.cost && isWord(word)) cheapest = { cost, from, word };
    }
    best.push(cheapest);
  }
  const words: string[] = [];
  for (let end = run.length; end > 0; end = best[end]!.from) words.push(best[end]!.word);
  return words.reverse();
}

/** The cheapest way to take apart a run's beginning: its last word, and where that begins. */
interface Split {
  cost: number;
  from: number;
  word: string;
}
