import type { EspeakVoice } from '@echogarden/espeak-ng-emscripten';

/**
 * The voice that comes nearest to a language, or null where none speaks it.
 *
 * The whole tag is looked for first, then language and region, then the language alone. A language
 * without a region is taken as most of its speakers speak it (`en` as in the United States), which is
 * what Unicode's likely subtags say; of several voices the one eSpeak NG holds best is taken.
 *
 * @param language BCP 47 tag
 */
export function nearestVoice(voices: EspeakVoice[], language: string): string | null {
  for (const name of namesFor(language)) {
    let best: { identifier: string; priority: number } | null = null;
    for (const { identifier, languages } of voices) {
      const spoken = languages.find((one) => one.name === name);
      if (spoken && (best === null || spoken.priority < best.priority)) {
        best = { identifier, priority: spoken.priority };
      }
    }
    if (best) return best.identifier;
  }
  return null;
}

/** What eSpeak NG may call a language, the most particular name first. */
function namesFor(tag: string): string[] {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(tag);
  } catch {
    return [];
  }
  const { language, region } = locale.maximize();
  const names = [locale.baseName, `${language}-${region}`];
  if (names[0] === language) names.shift();
  // Chinese of Hong Kong and Macau is Cantonese, Spanish outside Europe that of Latin America.
  if (language === 'zh' && (region === 'HK' || region === 'MO')) names.push('yue');
  if (language === 'es' && region !== 'ES') names.push('es-419');
  return [...names, language].map((name) => name.toLowerCase());
}
