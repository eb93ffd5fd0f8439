/**
 * Letters as a search compares them: lower case, without accents, wide forms and ligatures plain. What
 * are letters of their own in their script stays: vowel signs of Indic scripts, the marks of kana.
 */
export function fold(letters: string): string {
  if (plainAscii.test(letters)) return letters.toLowerCase();
  const bare = letters.normalize('NFKD').toLowerCase().replace(accents, '').normalize('NFC');
  return bare.replace(unsplit, (letter) => spelt[letter] ?? letter).replace(notLetters, '');
}

const plainAscii = /^[A-Za-z0-9]*$/;
/** Combining accents, Arabic vowel marks and Hebrew points; not the sound marks of kana. */
const accents = /(?![\u3099\u309a])[\p{Script=Inherited}\u0591-\u05c7]/gu;
const notLetters = /[^\p{L}\p{N}\p{M}]/gu;

/** Letters that no decomposition makes plain. */
const spelt: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const unsplit = new RegExp(`[${Object.keys(spelt).join('')}]`, 'gu');
