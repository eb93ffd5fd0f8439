/**
 * Indices of a longest run of values that never falls, by patience sorting: `tops[n]` is the index of the
 * smallest value that ends a run of n + 1.
 */
export function rising(values: number[]): Set<number> {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [at, value] of values.entries()) {
    const length = longestBefore(tops, values, value);
    before[at] = tops[length - 1] ?? -1;
    tops[length] = at;
  }
  const kept = new Set<number>();
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] as number) kept.add(at);
  return kept;
}

/** How many values the longest run has that this one can follow. */
function longestBefore(tops: number[], values: number[], value: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[tops[middle] as number] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
