/** English names of languages and countries, for what is known at all. */
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Whether a feed may say so: a code of ISO 639, and a script or country after it that there is. */
export function isLanguageCode(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text)) return false;
  try {
    const { language, region } = new Intl.Locale(text);
    return known(languages, language) && (region === undefined || known(regions, region));
  } catch {
    return false;
  }
}

function known(names: Intl.DisplayNames, code: string): boolean {
  return names.of(code) !== undefined;
}
