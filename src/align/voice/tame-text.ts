/** More code points than any sentence has; about six minutes of speech. */
const longestText = 5_000;

/** More code points than any word has that someone says. */
const longestWord = 100;

/**
 * What means something else to eSpeak NG than letters, or nothing at all: markup (SSML, `[[phonemes]]`),
 * control characters, pictures it would name, halves of characters.
 */
const notText =
  /[<>&[\]\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufeff\ufffd]/u;

/**
 * A text as eSpeak NG may be given it: of the same length in code points at most, each in its place, with
 * a space for whatever is not to be spoken. What goes beyond the longest text or word is left out.
 */
export function tameText(text: string): string[] {
  const tame: string[] = [];
  let inWord = 0;
  for (const letter of text) {
    if (tame.length === longestText) break;
    const space = letter.trim() === '' || notText.test(letter);
    inWord = space ? 0 : inWord + 1;
    tame.push(space || inWord > longestWord ? ' ' : letter);
  }
  return tame;
}
