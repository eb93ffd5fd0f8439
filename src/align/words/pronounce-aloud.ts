import type { Phone, Voice } from '../voice/espeak.ts';
import { guessPhones } from './guess-phones.ts';
import { isSpoken } from './is-spoken.ts';
import { phonesOfIpa } from './phones-of-ipa.ts';
import type { Pronounce } from './pronounce.ts';

/** Code points that are spoken at once, well below what a voice takes. */
const mostAtOnce = 500;

/** Words a minute; how fast makes no difference to the phones, only to how soon they are there. */
const fast = 450;

/**
 * Pronounces a language as eSpeak NG speaks it: a whole sentence at once, since words depend on their
 * neighbours. Every word has one pronunciation, none where it is not spoken.
 */
export function pronounceAloud(voice: Voice): Pronounce {
  return (words) => {
    const phones: string[][] = [];
    for (const some of passages(words)) phones.push(...speakTogether(voice, some));
    return words.map((text, at) => {
      if (!isSpoken({ text })) return [];
      const own = phones[at]!;
      return [own.length > 0 ? own : speakAlone(voice, text)];
    });
  };
}

/**
 * The phones of each word. Words that eSpeak NG runs together (`of the`) would leave all their phones to the
 * first, so both are left without.
 */
function speakTogether(voice: Voice, words: string[]): string[][] {
  const starts: number[] = [];
  let text = '';
  for (const word of words) {
    starts.push(text.length);
    text += `${word} `;
  }
  const spoken: Phone[][] = words.map(() => []);
  let at = 0;
  for (const phone of voice.speak(text, fast).phones) {
    const position = nextLetter(text, phone.textPosition);
    while (at + 1 < words.length && starts[at + 1]! <= position) at += 1;
    while (at > 0 && starts[at]! > position) at -= 1;
    spoken[at]!.push(phone);
  }
  return spoken.map((phones, index) => {
    const next = words[index + 1];
    const swallowed =
      next !== undefined && isSpoken({ text: next }) && spoken[index + 1]!.length === 0;
    return swallowed ? [] : phones.flatMap(({ ipa }) => phonesOfIpa(ipa));
  });
}

function speakAlone(voice: Voice, word: string): string[] {
  const phones = voice.speak(word, fast).phones.flatMap(({ ipa }) => phonesOfIpa(ipa));
  return phones.length > 0 ? phones : guessPhones(word);
}

/** eSpeak NG at times names the place before a word. */
function nextLetter(text: string, position: number): number {
  const ahead = text.slice(position, position + 8).search(/\S/);
  return position + Math.max(ahead, 0);
}

/** Words in order, no more together than are spoken at once. */
function* passages(words: string[]): Generator<string[]> {
  let passage: string[] = [];
  let length = 0;
  for (const word of words) {
    if (length + word.length > mostAtOnce && passage.length > 0) {
      yield passage;
      passage = [];
      length = 0;
    }
    passage.push(word);
    length += word.length + 1;
  }
  yield passage;
}
