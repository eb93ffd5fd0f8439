import { rising } from '../rising.ts';
import type { Report, SaidWord } from './dialect.ts';

/**
 * Takes back times of words that cannot be: an end before its start, and the starts of the few words that
 * run against the rest. Where many do, the list is in another order than that of time, and they stay.
 *
 * @param words of one passage; changed in place
 */
export function repairWords(words: SaidWord[], called: string, report: Report): void {
  for (const word of words) {
    if (word.start === null || word.end === null || word.end >= word.start) continue;
    report(`${called} has a word that ends before it starts; its end is left out.`);
    word.end = null;
  }
  const timed = words.filter(({ start }) => start !== null);
  const kept = rising(timed.map(({ start }) => start as number));
  if (timed.length - kept.size > Math.max(1, timed.length / 20)) return;
  for (const [at, word] of timed.entries()) {
    if (kept.has(at)) continue;
    report(`${called} has a word that starts out of order; its time is left out.`);
    word.start = null;
    word.end = null;
  }
}
