/** Passages of one episode, episodes of one minute, and minutes: 16, 9 and 28 bits. */
const passages = 2 ** 16;
const sameMinute = 2 ** 9;
const minutes = 2 ** 28;
/** Minutes are counted from 1714 on, and end in 2225. */
const before1970 = 2 ** 27;

/** The row of an episode's passage; the first of an episode has the highest, for rows are read from the end. */
export function rowOf(episode: number, at: number): number {
  return episode * passages + (passages - 1 - at);
}

/** The row of the passage after this one. */
export function nextRow(row: number): number {
  return row - 1;
}

/** The episode that a passage's row belongs to. */
export function episodeOfRow(row: number): number {
  return Math.floor(row / passages);
}

/** The rows of an episode's passages, both included. */
export function rowsOf(episode: number): { from: number; to: number } {
  return { from: episode * passages, to: episode * passages + passages - 1 };
}

/** How many passages an episode can have; twenty days of talk. */
export const mostPassages = passages;

/** The first number that an episode of this date may have. @param date ISO 8601 */
export function firstNumberAt(date: string): number {
  const minute = before1970 + (Math.floor(Date.parse(date) / 60_000) || 0);
  return Math.min(Math.max(0, minute), minutes - 1) * sameMinute;
}

/** The first row that an episode of this moment may have. @param at ms since 1970 */
export function firstRowAt(at: number): number {
  return firstNumberAt(new Date(at).toISOString()) * passages;
}
