import { type FourParts, timeInText } from '../time-in-text.ts';

/** Digits and colons as a time has them, with the stray spaces and backslashes of hurried typing. */
const digits = String.raw`\\{0,2}\d{1,3}(?::\s?\d{1,3}){1,3}(?:[.,]\s?\d{1,3})?\\{0,2}`;

/** A time in square brackets anywhere in a text: the first group is what stands in them. */
export const bracketed = new RegExp(String.raw`\[\s?(${digits})\s?\]`, 'g');

/**
 * How times of four parts are to be read in this text: as days where it has no others, since beside
 * `[12:34]` or `[00:12:34.50]` nothing is counted in days.
 */
export function fourPartsIn(text: string): FourParts {
  for (const [, inside = ''] of text.matchAll(bracketed)) {
    if (inside.split(':').length !== 4) return 'frames';
  }
  return 'days';
}

/** Seconds of a time with the stray marks that `bracketed` lets pass, or null where it is none. */
export function secondsIn(inside: string, four: FourParts): number | null {
  return timeInText(inside.replace(/[\s\\]+/g, ''), four);
}
