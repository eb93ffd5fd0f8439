import slugify from '@sindresorhus/slugify';
import { isSlug } from '../episode/slug.ts';

/**
 * A slug from a title: ASCII, kebab-case, at most 100 characters.
 *
 * @param otherwise for titles that leave nothing, such as those in scripts without a romanisation here
 */
export function slugFromTitle(title: string, otherwise: string): string {
  const slug = slugify(title, { decamelize: false }).slice(0, 100).replace(/-+$/, '');
  return isSlug(slug) ? slug : otherwise;
}
