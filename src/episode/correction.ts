/** How much of a transcript another one changed. */
export interface Correction {
  /** Words that were changed, added or taken out; one in the place of another counts once. */
  changed: number;
  /** Words before or now, whichever is more. */
  words: number;
  /** What became of the times of all others; `none` where they had none. */
  times: 'kept' | 'anew' | 'none';
}

/** The same in a sentence. */
export function describeCorrection({ changed, words, times }: Correction): string {
  if (changed === 0) return `No word changed${times === 'kept' ? '; all kept their times' : ''}.`;
  const of = `${count(changed)} of ${count(words)} words changed`;
  if (changed === words || times === 'none') return `${of}.`;
  return `${of}; the others ${times === 'kept' ? 'kept their times' : 'were timed anew'}.`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
