import slugify from '@sindresorhus/slugify';
import { parseInstant } from '../episode/instant.ts';
import { isSlug } from '../episode/slug.ts';

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

/**
 * A slug from a title: ASCII, kebab-case, at most 100 characters.
 *
 * @param otherwise for titles that leave nothing, such as those in scripts without a romanisation here
 */
export function slugFromTitle(title: string, otherwise: string): string {
  const slug = slugify(title, { decamelize: false }).slice(0, 100).replace(/-+$/, '');
  return isSlug(slug) ? slug : otherwise;
}
