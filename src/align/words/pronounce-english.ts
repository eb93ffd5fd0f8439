import type { Voice } from '../voice/espeak.ts';
import { combine, distinct } from './combine.ts';
import type { Dictionary } from './dictionary.ts';
import { guessPhones } from './guess-phones.ts';
import { isSpoken } from './is-spoken.ts';
import { phonesOfIpa } from './phones-of-ipa.ts';
import type { Pronounce } from './pronounce.ts';
import { spokenForms } from './spoken-forms.ts';

/** What is longer than any word is not worth the time it takes to speak it. */
const longestSpoken = 40;

/**
 * Pronounces English: words by the dictionary, those it lacks as eSpeak NG would, each written word in all the
 * ways it may be spoken. What has been found out about a word is remembered.
 *
 * @param voice American English; without it unknown words are guessed
 */
export function pronounceEnglish(dictionary: Dictionary, voice: Voice | null): Pronounce {
  const pronounceWord = remembering((word) => {
    const plain = withoutAccents(word);
    const found = [word, plain].map(dictionary.lookUp).find((ways) => ways.length > 0);
    return found ?? [soundOut(plain, voice)];
  });
  const pronounceToken = remembering((text) => {
    if (!isSpoken({ text })) return [];
    const forms = spokenForms(text, dictionary.has);
    const ways = distinct(inTurns(forms.map((form) => combine(form.map(pronounceWord)))));
    return ways.length > 0 ? ways : [guessPhones(text)];
  });
  return (words) => (areShouted(words) ? words.map(calm) : words).map(pronounceToken);
}

/** Whether any word, in any way it may be spoken, is unknown to the dictionary. */
export function lacksAny(dictionary: Dictionary, texts: Iterable<string>): boolean {
  const isKnown = (word: string) =>
    [word, withoutAccents(word)].some((form) => dictionary.lookUp(form).length > 0);
  for (const text of texts) {
    if (!isSpoken({ text })) continue;
    if (!spokenForms(text, dictionary.has).flat().every(isKnown)) return true;
  }
  return false;
}

function remembering(pronounce: (text: string) => string[][]): (text: string) => string[][] {
  const remembered = new Map<string, string[][]>();
  return (text) => {
    const ways = remembered.get(text) ?? pronounce(text);
    remembered.set(text, ways);
    return ways;
  };
}

/** The first of each, then the second of each: what is said matters more than how. */
function inTurns(lists: string[][][]): string[][] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
}

function soundOut(word: string, voice: Voice | null): string[] {
  const letter = /^(\p{L})\.$/u.exec(word)?.[1];
  const sayable = /^[a-z']/.test(word) && word.length <= longestSpoken && letter === undefined;
  const spoken = sayable ? voice?.speak(word, 450).phones : undefined;
  // Americans tap the t of `city` and the d of `ready` alike; the model knows them by their letters.
  const tap = word.includes('t') ? 't' : 'd';
  const phones = (spoken ?? []).flatMap(({ ipa }) =>
    phonesOfIpa(ipa.replaceAll('ɾ', tap).replaceAll('ʔ', 't')),
  );
  return phones.length > 0 ? phones : guessPhones(word);
}

/** `café` is in the dictionary as `cafe`. */
function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** Whether a sentence is all in capitals, so that they say nothing of its words. */
function areShouted(words: string[]): boolean {
  const lettered = words.filter((word) => /\p{L}{2}/u.test(word));
  return lettered.length > 3 && lettered.every((word) => !/\p{Ll}/u.test(word));
}

function calm(word: string): string {
  return word.toLowerCase();
}
