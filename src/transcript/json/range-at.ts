/** A stretch of one speaker, in seconds. */
export interface SpeakerRange {
  start: number;
  end: number;
  speakers: string[];
}

/**
 * Finds who speaks at a time, for formats that list speakers apart from the words. A time between two
 * stretches belongs to the nearer one, since words and stretches are measured separately.
 *
 * @param ranges by start
 * @returns the index of the stretch; -1 where there are none or nobody is timed
 */
export function rangeAt(ranges: SpeakerRange[], time: number | null): number {
  if (time === null || ranges.length === 0) return -1;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start <= time) low = middle + 1;
    else high = middle;
  }
  if (low === 0 || low === ranges.length) return Math.max(0, low - 1);
  const before = ranges[low - 1]!.end;
  return time <= before || time - before <= ranges[low]!.start - time ? low - 1 : low;
}
