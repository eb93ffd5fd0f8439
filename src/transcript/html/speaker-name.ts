import { wordsIn } from '../split-text.ts';
import { isName } from '../text/choose-labels.ts';

/** Whether a `class` attribute says that an element names who speaks. */
export function isSpeakerClass(classes: string | undefined): boolean {
  return (
    classes !== undefined && /(?:^|[\s_-])speaker(?:[_-]?(?:name|label))?(?:\s|$)/i.test(classes)
  );
}

/**
 * Where a name stands: in a `cite` of its own, in a stretch of text whose class says so, in a block that may
 * have words as well, or in the midst of text, where only a colon makes it one.
 */
export type NamePlace = 'cite' | 'class' | 'block' | 'text';

/**
 * The name in an element made for names, without its colon; null where the text is more than a name. Outside
 * of a `cite` brackets go too (`[speaker-1]`), and a question is no name.
 */
export function speakerNamed(text: string, place: NamePlace): string | null {
  if (text.length > 1000) return null;
  const written = wordsIn(text).join(' ');
  const label = written.replace(/\s?[:：]$/, '');
  if (place === 'cite') return label.length <= 200 ? label : null;
  const bare = label.replace(/^\[([^[\]]*)\]$/, '$1');
  if (bare.length > 80 || bare.split(' ').length > 8 || /[?!…]$/.test(bare)) return null;
  if (place === 'class' || /[:：]$/.test(written)) return bare;
  return place === 'block' && isName(bare) ? bare : null;
}
