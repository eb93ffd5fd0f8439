/** No written word has more forms or pronunciations than this. */
export const mostForms = 6;

/**
 * Every way of saying several things one after another, each of which can be said in several ways. The
 * likeliest come first: those that take the likeliest of each, or nearly so. A thing that cannot be said
 * is passed over.
 *
 * @param parts for each, its ways, likeliest first
 */
export function combine(parts: string[][][]): string[][] {
  let ways: { said: string[]; rank: number }[] = [{ said: [], rank: 0 }];
  for (const part of parts) {
    if (part.length === 0) continue;
    const longer = ways.flatMap(({ said, rank }) =>
      part.map((next, at) => ({ said: [...said, ...next], rank: rank + at })),
    );
    ways = longer.sort((one, other) => one.rank - other.rank).slice(0, mostForms);
  }
  return distinct(ways.map(({ said }) => said)).filter((said) => said.length > 0);
}

/** The same without repetitions, the first `mostForms` of them. */
export function distinct(ways: string[][]): string[][] {
  const seen = new Map<string, string[]>();
  for (const way of ways) {
    const key = way.join(' ');
    if (!seen.has(key)) seen.set(key, way);
  }
  return [...seen.values()].slice(0, mostForms);
}
