/** Letters and digits, and the signs that people say: five percent, you and me, two plus two. */
const said = /[\p{L}\p{N}&%+=@$€£¥]/u;

/** Whether a word of a transcript is something one hears: neither a dash, nor a picture, nor a stage direction. */
export function isSpoken(word: { text: string; direction?: true }): boolean {
  return word.direction !== true && said.test(word.text);
}
