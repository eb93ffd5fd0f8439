/**
 * The `lang` and `dir` of a piece of text, so that it is spoken and laid out in its own language.
 * A tag nobody understands leaves both to the page.
 *
 * @param tag BCP 47, as someone wrote it
 */
export function inLanguage(tag: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  try {
    const locale = new Intl.Locale(tag).maximize();
    const dir = rightToLeft.has(locale.script ?? '') ? 'rtl' : 'ltr';
    return { lang: new Intl.Locale(tag).toString(), dir };
  } catch {
    return {};
  }
}

/** The interface speaks English whatever the show does. */
export const interfaceLanguage = { lang: 'en' } as const;

/** ISO 15924 codes of the scripts in use that run from right to left. */
const rightToLeft = new Set('Arab Aran Hebr Thaa Syrc Nkoo Adlm Rohg Mand Samr'.split(' '));
