import { type Folded, fold, patternOf } from './fold.ts';

/** Where something is found: which text, and from which offset to which. */
export interface Hit {
  unit: number;
  start: number;
  end: number;
}

/** A search over texts, folded when someone first searches. */
export function searchIn(texts: (() => string)[]): (query: string) => Hit[] {
  let folded: Folded[] | null = null;
  return (query) => {
    const pattern = patternOf(query);
    if (pattern === null) return [];
    folded ??= texts.map((text) => fold(text()));
    return folded.flatMap(({ text: plain, offsets }, unit) => {
      return Array.from(plain.matchAll(pattern), ({ index, 0: match }) => {
        // A character may fold to several; whoever finds a part of it finds all of it.
        let end = index + match.length;
        while (offsets[end] === offsets[end - 1]) end += 1;
        return { unit, start: offsets[index] ?? 0, end: offsets[end] ?? 0 };
      });
    });
  };
}
