import { legalInXml } from '../markup/escape.ts';

/**
 * The text as one line for a title or a name. Apple: "UTF-8, <= 255 characters unless stated, no
 * leading/trailing blanks".
 *
 * @param limit in characters (code points); what is longer ends in an ellipsis
 */
export function line(text: string, limit = 255): string {
  const plain = legalInXml(text)
    .replace(/[\t\n\r ]+/g, ' ')
    .trim();
  const characters = Array.from(plain);
  if (characters.length <= limit) return plain;
  return `${characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}
