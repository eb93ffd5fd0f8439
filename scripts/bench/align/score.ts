import { percentile } from '../figures.ts';

/** Where the truth has words, a sentence or a line that begins then. */
export interface TruthRow {
  text: string;
  /** Seconds. */
  start: number;
}

/** A word of the transcript, as the aligner returned it. */
export interface TimedWord {
  text: string;
  start: number | null;
}

export interface Score {
  /** What was to be found. */
  rows: number;
  /** |error| where it was found, ms. */
  median: number;
  p90: number;
  /** Found so near to the truth, %; what was not found counts against it. */
  within100: number;
  within200: number;
}

/** Compares where the first word of every row starts. */
export function score(truth: TruthRow[], words: TimedWord[]): Score {
  const errors: number[] = [];
  for (const [at, word] of firstWords(truth, words).entries()) {
    const start = words[word ?? -1]?.start ?? null;
    if (start !== null) errors.push(Math.abs(start - (truth[at]?.start ?? 0)) * 1000);
  }
  const within = (ms: number) =>
    (100 * errors.filter((error) => error <= ms).length) / truth.length;
  return {
    rows: truth.length,
    median: percentile(errors, 0.5),
    p90: percentile(errors, 0.9),
    within100: within(100),
    within200: within(200),
  };
}

/** For each row, which word of the transcript its first word is; null where it is not there. */
function firstWords(truth: TruthRow[], words: TimedWord[]): (number | null)[] {
  const said = truth.flatMap(({ text }, row) =>
    text.split(/\s+/).map((word) => ({ row, key: lettersOf(word) })),
  );
  const written = words.map(({ text }, at) => ({ at, key: lettersOf(text) }));
  const [ours, theirs] = [said, written].map((list) => list.filter(({ key }) => key !== '')) as [
    typeof said,
    typeof written,
  ];
  const pairs = samePlaces(
    ours.map(({ key }) => key),
    theirs.map(({ key }) => key),
  );
  const first = truth.map((): number | null => null);
  for (const [at, { row }] of ours.entries()) {
    if (ours[at - 1]?.row === row) continue;
    const place = pairs[at] ?? null;
    first[row] = place === null ? null : (theirs[place]?.at ?? null);
  }
  return first;
}

/** Words are the same that have the same letters and digits. */
function lettersOf(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The longest common subsequence: for each of the first list its place in the second, or null. */
function samePlaces(one: string[], other: string[]): (number | null)[] {
  const places = one.map((): number | null => null);
  let [from, to, end] = [0, one.length, other.length];
  for (; from < to && one[from] === other[from]; from += 1) places[from] = from;
  for (; to > from && end > from && one[to - 1] === other[end - 1]; places[to] = end) {
    to -= 1;
    end -= 1;
  }
  const lengths = commonLengths(one.slice(from, to), other.slice(from, end));
  for (let [a, b] = [from, from]; a < to && b < end; ) {
    const [below, right] = [lengths[a + 1 - from]?.[b - from], lengths[a - from]?.[b + 1 - from]];
    if (one[a] === other[b]) places[a++] = b++;
    else if ((below ?? 0) >= (right ?? 0)) a += 1;
    else b += 1;
  }
  return places;
}

/** At `[a][b]`, how long a subsequence `one` from `a` and `other` from `b` have in common. */
function commonLengths(one: string[], other: string[]): Uint16Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let a = one.length - 1; a >= 0; a -= 1) {
    const [row, below] = [rows[a], rows[a + 1]] as [Uint16Array, Uint16Array];
    for (let b = other.length - 1; b >= 0; b -= 1) {
      row[b] =
        one[a] === other[b] ? 1 + (below[b + 1] ?? 0) : Math.max(below[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return rows;
}
