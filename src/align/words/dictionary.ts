import { distinct } from './combine.ts';

/** How English words are pronounced. */
export interface Dictionary {
  has(word: string): boolean;
  /** Pronunciations in ARPABET without stress, the usual one first; none of an unknown word. */
  lookUp(word: string): string[][];
}

/** English words and their pronunciations: CMU's dictionary, http://www.speech.cs.cmu.edu/cgi-bin/cmudict */
export async function loadDictionary(): Promise<Dictionary> {
  const { dictionary } = await import('cmu-pronouncing-dictionary');
  const has = (word: string) => Object.hasOwn(dictionary, word);
  const lookUp = (word: string) => {
    const found: string[][] = [];
    // Further pronunciations have a number, from 2 on: `read`, `read(2)`.
    for (let entry = word, next = 2; has(entry); entry = `${word}(${next})`, next += 1) {
      found.push(phonesIn(dictionary[entry]!));
    }
    return distinct(found);
  };
  return { has, lookUp: (word) => found(word, lookUp) };
}

/** A word itself, or one it is derived from with a regular ending. */
function found(word: string, lookUp: (word: string) => string[][]): string[][] {
  const itself = lookUp(word);
  if (itself.length > 0) return itself;
  for (const [ending, stems, phonesOf] of endings) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    for (const written of stems(stem)) {
      const ways = lookUp(written);
      if (ways.length > 0) return ways.map((way) => [...way, ...phonesOf(way.at(-1) ?? '')]);
    }
  }
  return [];
}

type Ending = [
  ending: string,
  /** What a word with this ending may come from. */
  stems: (stem: string) => string[],
  /** How it sounds after that phone. */
  phonesOf: (last: string) => string[],
];

const endings: Ending[] = [
  ["'s", (stem) => [stem], plural],
  ["s'", (stem) => [stem], plural],
  ["in'", (stem) => dropped(stem), () => ['IH', 'N']],
  ['ies', (stem) => [`${stem}y`], () => ['Z']],
  ['s', (stem) => [stem], plural],
  ['ied', (stem) => [`${stem}y`], () => ['D']],
  ['ed', dropped, past],
  ['ing', dropped, () => ['IH', 'NG']],
  ['ly', (stem) => [stem], (last) => (last === 'L' ? ['IY'] : ['L', 'IY'])],
];

/** Before an ending a final e is dropped (`use`, `using`) and a consonant may be doubled (`tag`, `tagging`). */
function dropped(stem: string): string[] {
  const doubled = /([bdgklmnprtvz])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...doubled];
}

/** `cats`, `dogs`, `buses`. */
function plural(last: string): string[] {
  if (/^(?:S|Z|SH|ZH|CH|JH)$/.test(last)) return ['AH', 'Z'];
  return [/^(?:P|T|K|F|TH)$/.test(last) ? 'S' : 'Z'];
}

/** `asked`, `used`, `wanted`. */
function past(last: string): string[] {
  if (last === 'T' || last === 'D') return ['AH', 'D'];
  return [/^(?:P|K|F|TH|S|SH|CH)$/.test(last) ? 'T' : 'D'];
}

/** Without stress and remarks: `AO1 L B AO0 R G # place, danish`. */
function phonesIn(entry: string): string[] {
  const [phones = ''] = entry.split(' #');
  return phones.replace(/\d/g, '').split(' ');
}
