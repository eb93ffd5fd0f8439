/** Text as a search sees it, and where each of its characters stands in the text itself. */
export interface Folded {
  text: string;
  /** By offset into the folded text; one more than it is long. */
  offsets: number[];
}

/** Lower case without accents and apostrophes; hyphens of every kind are one. */
export function fold(text: string): Folded {
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character < '\x80' ? character.toLowerCase() : plainOf(character);
    const kept = plain.replace(dropped, '');
    for (let more = kept.length; more > 0; more -= 1) offsets.push(at);
    folded += kept;
    at += character.length;
  }
  offsets.push(at);
  return { text: folded, offsets };
}

/**
 * What is looked for as a pattern over folded text. Hyphens matter on neither side: `email` finds
 * `e-mail`, `word sync` finds `word-sync`, and the other way round. Null where nothing is asked.
 */
export function patternOf(query: string): RegExp | null {
  const words = fold(query.trim().slice(0, longestQuery))
    .text.split(/[\s-]+/)
    .filter(Boolean);
  if (words.length === 0) return null;
  const letters = words.map((word) => Array.from(word, escaped).join('-?'));
  return new RegExp(letters.join('[\\s-]*'), 'gu');
}

/** Characters; nobody speaks longer sentences. */
const longestQuery = 300;
const dropped = /['’‘ʼ`´\u00ad\u200b-\u200f\u2060\ufeff\p{M}]/gu;

/** Letters that no decomposition makes plain. */
const spelt: Record<string, string> = Object.fromEntries(
  'ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i'.split(' ').map((pair) => pair.split(':')),
);

function plainOf(character: string): string {
  if (/\p{Pd}|\u2212/u.test(character)) return '-';
  if (/[“”„‟«»]/.test(character)) return '"';
  const small = character.normalize('NFKD').toLowerCase();
  return spelt[small] ?? small;
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
