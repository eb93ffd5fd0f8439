import { legalInXml } from '../markup/escape.ts';
import { inLanguageOf } from './language.ts';

/** Characters that are looked at; more than a card has room for. */
const longest = 320;

/**
 * The words of a text and nothing that could upset a picture: no control characters, no marks that turn the
 * direction round, no emoji, which the card's letters lack, and no towers of accents.
 */
export function plainText(text: string): string {
  const words = legalInXml(text.slice(0, longest))
    .replace(pictographs, '')
    .replace(unseen, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  // The one thing in a text, besides `<` and `&`, that XML 1.0 does not take (section 2.4).
  return words.replaceAll(']]>', '] ]>');
}

/** Whether a text runs from right to left, by most of its letters. */
export function runsLeft(text: string): boolean {
  return inLanguageOf(text, null, 'en').dir === 'rtl';
}

const pictographs =
  /(?:(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Emoji_Modifier}|[\u{e0000}-\u{e0fff}])[\ufe0f\u200d]*/gu;
/** Marks for direction, hyphens that may be, variants of emoji, and what has no meaning to others. */
const unseen =
  /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|\u20e3|\ufe0e|\ufe0f|\p{Co}|\p{Cn}/gu;
