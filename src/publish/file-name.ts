import { parseInstant } from '../episode/instant.ts';

/** A title from a file's name: `2024-05-01_rich_bowen-on-zaqar.mp3` → `Rich bowen on zaqar`. */
export function titleFromName(name: string): string {
  const words = name
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/^\d{4}-?\d{2}-?\d{2}(?!\d)/, '')
    .replace(/[\s_\-.]+/g, ' ')
    .trim();
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A date a file's name begins with, as an ISO 8601 instant, or null. */
export function dateInName(name: string): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(name);
  if (found === null) return null;
  return parseInstant(found.slice(1).join('-'));
}
