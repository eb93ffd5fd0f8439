import slugify from '@sindresorhus/slugify';

/** Longer than any word that someone says. */
const longestWord = 60;

const letters: Record<string, string> = {
  ...{ sh: 'SH', ch: 'CH', th: 'TH', zh: 'ZH', kh: 'HH', ph: 'F', ts: 'T S', ck: 'K', qu: 'K W' },
  ...{ a: 'AA', b: 'B', c: 'K', d: 'D', e: 'EH', f: 'F', g: 'G', h: 'HH', i: 'IY', j: 'Y' },
  ...{ k: 'K', l: 'L', m: 'M', n: 'N', o: 'AO', p: 'P', q: 'K', r: 'R', s: 'S', t: 'T', u: 'UW' },
  ...{ v: 'V', w: 'V', x: 'K S', y: 'IY', z: 'Z' },
};

/**
 * A rough guess at a word's phones, letter by letter as most languages read Latin letters; other alphabets
 * are put into these first. A digit, and a letter that nothing is known of, counts as a syllable.
 *
 * @returns phones of CMU's set; at least one where there is a letter, a digit or a sign that is said
 */
export function guessPhones(word: string): string[] {
  const phones: string[] = [];
  const short = word.slice(0, longestWord).replace(/\p{Cs}/gu, '');
  const latin = slugify(short, { separator: '', decamelize: false });
  for (const piece of latin.match(/[sctzkp]h|ts|ck|qu|[a-z]|\d/g) ?? []) {
    phones.push(...(letters[piece] ?? 'T AH').split(' '));
  }
  if (phones.length > 0) return phones;
  return (short.match(/[\p{L}\p{N}\p{S}%&@]/gu) ?? []).flatMap(() => ['T', 'AH']);
}
