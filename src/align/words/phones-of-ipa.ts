import { ipaPhones } from './ipa-phones.ts';

/** No key of the table has more characters. */
const longestKey = 3;

/**
 * The nearest English phones of what eSpeak NG writes for a sound or several. What says how a sound is
 * coloured (long, nasal, soft, breathed, its tone) and has no English counterpart is passed over; a sound
 * that is not in the table is taken as the letter it is built on.
 *
 * @returns phones of CMU's set, without stress; none where there is nothing that sounds
 */
export function phonesOfIpa(ipa: string): string[] {
  // Affricates may be written with a tie.
  const written = ipa.normalize('NFC').replace(/[\u0361\u035c]/g, '');
  const phones: string[] = [];
  let at = 0;
  while (at < written.length) {
    const sound = soundAt(written, at);
    const known = ipaPhones[sound] ?? ipaPhones[baseOf(sound)];
    if (known !== undefined) phones.push(...known.split(' '));
    at += sound.length;
  }
  return phones;
}

/** The longest sound of the table that stands there, or one character. */
function soundAt(written: string, at: number): string {
  for (let length = longestKey; length > 1; length -= 1) {
    const sound = written.slice(at, at + length);
    if (ipaPhones[sound] !== undefined) return sound;
  }
  return written[at]!;
}

/** The letter below the marks, in small. */
function baseOf(letter: string): string {
  return (letter.normalize('NFD')[0] ?? '').toLowerCase();
}
