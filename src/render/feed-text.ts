/**
 * The text without the characters XML 1.0 forbids (production 2, `Char`): control characters, lone
 * surrogates, U+FFFE and U+FFFF. No escape makes them legal; one of them makes the whole feed unreadable.
 */
export function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/**
 * The text as one line for a title or a name. Apple: "UTF-8, <= 255 characters unless stated, no
 * leading/trailing blanks".
 *
 * @param limit in characters (code points); what is longer ends in an ellipsis
 */
export function line(text: string, limit = 255): string {
  const plain = legal(text)
    .replace(/[\t\n\r ]+/g, ' ')
    .trim();
  const characters = Array.from(plain);
  if (characters.length <= limit) return plain;
  return `${characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}
