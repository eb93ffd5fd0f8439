import { type Fragment, readFragment } from '../episode/media-fragment.ts';

/**
 * The stretch an address asks for, as `#t=61.2,75.9` or `?t=61.2`. What follows `#` is the newer wish: links
 * within the page set it.
 *
 * @returns null where there is none, or none that makes sense
 */
export function fragmentInAddress({
  hash,
  search,
}: {
  hash: string;
  search: string;
}): Fragment | null {
  for (const text of [hash.slice(1), search.slice(1)]) {
    const asked = readFragment(new URLSearchParams(text).get('t') ?? '');
    if (asked !== null) return asked;
  }
  return null;
}
