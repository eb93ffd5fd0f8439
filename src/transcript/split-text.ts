/**
 * The words of a text. White space of any kind parts them, and so do control characters and lone
 * surrogates, which no form of a transcript could carry.
 */
export function wordsIn(text: string): string[] {
  return text.split(/[\s\p{Cc}\p{Cs}]+/u).filter((word) => word !== '');
}

/** Lines, ended by LF, CRLF or CR. */
export function linesIn(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Whether a word ends a sentence, closing quotes and brackets aside. */
export function endsSentence(word: string): boolean {
  return /[.!?…。！？؟]["'”’»)\]]*$/.test(word);
}
