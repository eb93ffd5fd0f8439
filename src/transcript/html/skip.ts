import type { Attributes } from '../tags/scan-markup.ts';
import { controls, rubyNotes, wordless } from './html-elements.ts';
import type { Reason } from './left-out.ts';

/** Why words in an element are not taken; `silent` where they are no text of the page at all. */
export type Skip = Reason | 'silent';

/** Whether, and why, an element's words are not taken. A button with a time plays the words on it. */
export function skipOf(name: string, attributes: Attributes): Skip | null {
  if (wordless.has(name)) return 'silent';
  if (controls.has(name)) {
    const plays = name === 'button' && wordTimes.some((key) => attributes.has(key));
    return plays ? null : 'controls';
  }
  if (rubyNotes.has(name)) return 'ruby';
  const isHidden =
    attributes.has('hidden') || /(?:^|;)\s?display:\s?none/i.test(attributes.get('style') ?? '');
  return isHidden ? 'hidden' : null;
}

const wordTimes = ['data-m', 'data-start', 'data-time', 'data-timestamp'];
