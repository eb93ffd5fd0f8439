/**
 * The BCP 47 tag of a language: of `en-us` and `eng` as of `english`, which Whisper's API says instead.
 *
 * @returns null where it is none that we know
 */
export function languageTag(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const named = byName().get(value.trim().toLowerCase());
  if (named !== undefined) return named;
  if (!/^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(value)) return null;
  try {
    return Intl.getCanonicalLocales(value.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

let names: Map<string, string> | null = null;

function byName(): Map<string, string> {
  if (names !== null) return names;
  const english = new Intl.DisplayNames(['en'], { type: 'language' });
  names = new Map(codes.map((code) => [english.of(code)?.toLowerCase() ?? code, code]));
  return names;
}

/** The languages that Whisper knows. */
const codes =
  `af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu ha haw he hi hr ht hu
  hy id is it ja jw ka kk km kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt ro ru
  sa sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz vi yi yo yue zh`.split(
    /\s+/,
  );
