import type { Window } from '../fit/band.ts';
import { frameShift } from '../sound/cepstra.ts';

/** Frames of a recording that are listened to, one such stretch behind another as if they were all. */
export interface Excerpt extends Window {
  /** Which frame of what is heard its first is. */
  at: number;
}

/** Frames listened to on either side of a window: where two excerpts meet, something is heard that is not there. */
const margin = 50;

/** @param windows in any order; where the recording ends before they do, up to there */
export function excerptsOf(windows: Window[]): Excerpt[] {
  const excerpts: Excerpt[] = [];
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(0, window.from - margin);
    const to = window.to + margin;
    const last = excerpts.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else excerpts.push({ from, to, at: last ? last.at + last.to - last.from : 0 });
  }
  return excerpts;
}

/** The excerpt that holds a window; there has to be one. */
export function excerptAround(excerpts: Excerpt[], { from }: Window): Excerpt {
  const excerpt = excerpts.findLast((one) => one.from <= from);
  if (!excerpt) throw new Error('a window is not among those that were listened to');
  return excerpt;
}

/** The samples of the excerpts, and no more of the sound than up to the end of the last. */
export async function* cutOut(
  sound: AsyncIterable<Int16Array> | Iterable<Int16Array>,
  excerpts: Excerpt[],
): AsyncGenerator<Int16Array> {
  let which = 0;
  let passed = 0;
  if (excerpts.length === 0) return;
  for await (const block of sound) {
    const end = passed + block.length;
    for (; which < excerpts.length; which += 1) {
      const { from, to } = excerpts[which]!;
      const first = Math.max(from * frameShift, passed);
      const last = Math.min(to * frameShift, end);
      if (first < last) yield block.subarray(first - passed, last - passed);
      if (to * frameShift > end) break;
    }
    if (which === excerpts.length) return;
    passed = end;
  }
}
