/**
 * The words of a text. White space of any kind parts them, and so do control characters and lone
 * surrogates, which no form of a transcript could carry.
 */
export function wordsIn(text: string): string[] {
  return (
    (text.search(unprintable) === -1 ? text : text.replace(unprintable, ' ')).match(/\S+/g) ?? []
  );
}

const unprintable = /[\p{Cc}\p{Cs}]+/gu;

/** Lines, ended by LF, CRLF or CR. */
export function linesIn(text: string): string[] {
  // Splitting at a string is several times as fast.
  return text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
}

/** Whether a word ends a sentence, closing quotes and brackets aside. */
export function endsSentence(word: string): boolean {
  return /[.!?…。！？؟]["'”’»)\]]*$/.test(word);
}
