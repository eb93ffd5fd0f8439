import { openVoice } from '../voice/espeak.ts';
import { loadDictionary } from './dictionary.ts';
import { guessPhones } from './guess-phones.ts';
import { isEnglish } from './is-english.ts';
import { isSpoken } from './is-spoken.ts';
import { pronounceAloud } from './pronounce-aloud.ts';
import { lacksAny, pronounceEnglish } from './pronounce-english.ts';

/**
 * For each written word of a sentence the ways it may sound, likeliest first and six at most: phones of CMU's
 * 39 (AA AE AH … Z ZH), without stress. None for a word that is not spoken, a dash or a picture; at least one
 * for every other.
 */
export type Pronounce = (words: string[]) => string[][][];

/**
 * English is pronounced by CMU's dictionary, numbers, signs and short forms by rule, unknown words as eSpeak
 * NG says them. Other languages are pronounced by eSpeak NG, with the nearest English phones. For a language
 * that it does not know phones are guessed from the letters.
 *
 * @param language BCP 47 tag
 * @param texts the words that will be asked for, where that is known: eSpeak NG takes a third of a second to load,
 *   and is not loaded for English that the dictionary has
 */
export async function createPronouncer(
  language: string,
  texts?: Iterable<string>,
): Promise<Pronounce> {
  if (isEnglish(language)) {
    // The phones, and the dictionary, are those of American English.
    const dictionary = await loadDictionary();
    const needsVoice = texts === undefined || lacksAny(dictionary, texts);
    return pronounceEnglish(dictionary, needsVoice ? await openVoice('en-US') : null);
  }
  const voice = await openVoice(language);
  if (voice) return pronounceAloud(voice);
  return (words) => words.map((text) => (isSpoken({ text }) ? [guessPhones(text)] : []));
}
