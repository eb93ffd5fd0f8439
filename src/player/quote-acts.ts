import { type Fragment, printFragment } from '../episode/media-fragment.ts';
import type { AboutSound } from './about-sound.ts';
import { quoteText } from './quote-text.ts';
import type { Said } from './said.ts';
import type { Words } from './selected-words.ts';

/** Words that someone selected, and when they are spoken; null where nobody knows. */
export interface Chosen {
  words: Words;
  stretch: Fragment | null;
}

/** What can be taken along of selected words. */
export type Taking = 'link' | 'quote' | 'embed';

/** The text to copy. */
export function takeAlong(
  taking: Taking,
  { words, stretch }: Chosen,
  said: Said,
  about: AboutSound,
): string {
  const at = (address: string, sign: '#' | '?') =>
    stretch ? `${address}${sign}t=${printFragment(stretch)}` : address;
  const [link, frame] = [at(about.page, '#'), at(about.embed, '?')];
  if (taking === 'link') return link;
  if (taking === 'quote') return quoteText(said, words, { ...about, address: link });
  return about.frame
    .replace(`"${about.embed}"`, `"${frame}"`)
    .replace(`"${about.page}"`, `"${link}"`);
}
