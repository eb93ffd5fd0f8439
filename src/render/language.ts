/**
 * The `lang` and `dir` of a piece of text, so that it is spoken and laid out in its own language.
 * A tag nobody understands leaves both to the page.
 *
 * @param tag BCP 47, as someone wrote it
 */
export function inLanguage(tag: string): InLanguage {
  const known = remembered.get(tag);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const found = findLanguage(tag);
  remembered.set(tag, found);
  return found;
}

interface InLanguage {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** A show has few languages, and a list names one a hundred times. */
const remembered = new Map<string, InLanguage>();
const mostRemembered = 1000;

function findLanguage(tag: string): InLanguage {
  try {
    const locale = new Intl.Locale(tag).maximize();
    const dir = rightToLeft.has(locale.script ?? '') ? 'rtl' : 'ltr';
    return { lang: new Intl.Locale(tag).toString(), dir };
  } catch {
    return {};
  }
}

/**
 * The `lang` and `dir` of a text by what it says of itself and by its letters. Letters decide the
 * direction; where they contradict a language that is only assumed, that is left open.
 *
 * @param own BCP 47 tag that came with the text, if one did
 * @param assumed the tag of what the text belongs to
 */
export function inLanguageOf(
  text: string,
  own: string | null,
  assumed: string,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const { lang, dir } = inLanguage(own ?? assumed);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return inLanguage(own ?? assumed);
  const byLetters = (text.match(leftwardLetter)?.length ?? 0) * 2 > letters ? 'rtl' : 'ltr';
  const known = own !== null || dir === byLetters;
  return { lang: known && lang !== undefined ? lang : '', dir: byLetters };
}

/** The interface speaks English whatever the show does. */
export const interfaceLanguage = { lang: 'en' } as const;

/** The same for sentences, which would be turned on a page that runs from right to left. */
export const interfaceSentence = { lang: 'en', dir: 'ltr' } as const;

/** ISO 15924 codes of the scripts in use that run from right to left. */
const rightToLeft = new Set('Arab Aran Hebr Thaa Syrc Nkoo Adlm Rohg Mand Samr'.split(' '));

const leftwardLetter =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Thaa}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}\p{sc=Mand}\p{sc=Samr}]/gu;
