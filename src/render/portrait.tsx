import { mostOnPages, type Person, type Portrait } from '../episode/person.ts';
import { webAddress } from '../markup/web-address.ts';
import { absolute, href, paths, type Site } from './site.ts';

/** Edge on a page, CSS pixels; whatever the picture's shape, its middle is shown. */
const edge = 72;

/**
 * A small picture of somebody. Only the show's own files are shown, and light ones: a page that loads from
 * elsewhere tells on its readers.
 */
export function PortraitOf({ site, person: { name, picture } }: { site: Site; person: Person }) {
  if (picture === null || !isOnPages(picture)) return null;
  return (
    <img
      class="portrait"
      src={href(site, paths.portrait(picture.hash, picture.type))}
      width={edge}
      height={edge}
      alt={`Portrait of ${name}`}
      loading="lazy"
    />
  );
}

export function isOnPages(picture: Portrait): picture is Exclude<Portrait, { url: string }> {
  return !('url' in picture) && picture.bytes <= mostOnPages;
}

/** Where a picture is, for feeds and search engines; null where there is none. */
export function pictureAddress(site: Site, picture: Portrait | null): string | null {
  if (picture === null) return null;
  if ('url' in picture) return webAddress(picture.url);
  return absolute(site, paths.portrait(picture.hash, picture.type));
}
