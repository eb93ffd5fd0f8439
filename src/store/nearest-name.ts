import { distance } from 'fastest-levenshtein';

/** Longer ones are no slips of the pen. */
const longest = 40;

/**
 * The name that somebody probably meant: the one that takes the fewest letters put in, taken out or
 * exchanged, case and marks between words aside. Null where none is near.
 */
export function nearestName(written: string, names: readonly string[]): string | null {
  if (written.length > longest) return null;
  const word = bare(written);
  const near = names
    .map((name) => ({ name, steps: stepsBetween(word, bare(name)) }))
    .filter(({ name, steps }) => steps <= Math.min(2, name.length / 3))
    .sort((one, other) => one.steps - other.steps);
  return near[0]?.name ?? null;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Letters in another order are one slip, not two. */
function stepsBetween(one: string, other: string): number {
  const isSwapped = one !== other && lettersOf(one) === lettersOf(other);
  return isSwapped ? 1 : distance(one, other);
}

function lettersOf(word: string): string {
  return Array.from(word).sort().join('');
}
