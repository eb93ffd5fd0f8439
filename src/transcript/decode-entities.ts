import { decodeHTML } from 'entities';

/**
 * Character references as characters, by the rules of HTML for text: all named and numeric ones, and the
 * oldest names without their semicolon too. What names nothing stays as written.
 */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}
