import { restsAfter } from './sentences.ts';

/** A stretch of spoken words that is looked for as a whole: from its first word up to but not including the last. */
export interface Unit {
  from: number;
  to: number;
}

/** Longer sentences are cut: the longer a unit, the less a voice keeps to the rhythm that was expected. */
const longest = 18;
/** Words to either side of an even cut among which a better place is looked for. */
const leeway = 5;

/**
 * Cuts a sentence of spoken words into units of about even length, after commas where there are any.
 *
 * @param texts all spoken words as written
 */
export function cutUnits(texts: string[], { from, to }: Unit): Unit[] {
  const parts = Math.max(1, Math.ceil((to - from) / longest));
  const units: Unit[] = [];
  let start = from;
  for (let part = 1; part < parts; part += 1) {
    const even = from + Math.round(((to - from) * part) / parts);
    let cut = even;
    let nearest = leeway + 1;
    for (
      let at = Math.max(start + 3, even - leeway);
      at <= Math.min(to - 3, even + leeway);
      at += 1
    ) {
      const apart = Math.abs(at - even);
      if (apart < nearest && restsAfter(texts[at - 1] ?? '')) {
        nearest = apart;
        cut = at;
      }
    }
    units.push({ from: start, to: cut });
    start = cut;
  }
  units.push({ from: start, to });
  return units;
}
