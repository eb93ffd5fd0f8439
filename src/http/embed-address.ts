import { printFragment, readFragment } from '../episode/media-fragment.ts';
import type { Embedded } from '../render/oembed.ts';

/** What somebody's address of an episode asks to embed. */
export interface EmbedAddress extends Embedded {
  slug: string;
}

/**
 * Reads the address of an episode's page or of its player. Other sites' addresses are theirs to answer:
 * whoever asks everyone in turn has to be told that this is the wrong one.
 *
 * @param homes where this site is to be found, without a slash at the end; scheme and `www.` do not matter
 * @returns null where it is not an episode's address, or not of this site
 */
export function readEmbedAddress(address: string, homes: string[]): EmbedAddress | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const place = placeOf(url);
  const home = homes.map((one) => placeOf(new URL(one))).find((one) => place.startsWith(`${one}/`));
  if (home === undefined) return null;
  const slug = /^\/(?:episodes|embed)\/([^/]+)\/?$/.exec(place.slice(home.length))?.[1];
  if (slug === undefined) return null;
  return { slug, time: timeIn(url), withWords: url.searchParams.has('transcript') };
}

/** Host and path, without the slash at its end. */
function placeOf({ host, pathname }: URL): string {
  return `${host.replace(/^www\./, '')}${pathname}`.replace(/\/$/, '');
}

/** The stretch in `#t=61.2,75.9` or `?t=61.2`; what is not a time is left out. */
function timeIn({ hash, searchParams }: URL): string | null {
  const asked = [new URLSearchParams(hash.slice(1)).get('t'), searchParams.get('t')];
  const [found] = asked.flatMap((text) => readFragment(text ?? '') ?? []);
  return found === undefined ? null : printFragment(found);
}
