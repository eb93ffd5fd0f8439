import type { TranscriptForm } from '../episode/episode.ts';

/** Where the site lives and which assets its pages name. */
export interface Site {
  /** Absolute address without a slash at its end, path prefix included: `https://example.org/show`. */
  url: string;
  /** Versions of the files in `public/` by name, so that a new file has a new address. */
  assets: Readonly<Record<string, string>>;
}

/** Every path of the contract, from the site's root, each with its leading slash. */
export const paths = {
  front: () => '/',
  search: (asked = '') => (asked === '' ? '/search' : `/search?q=${encodeURIComponent(asked)}`),
  suggest: () => '/search/suggest',
  openSearch: () => '/opensearch.xml',
  /** @param page counted from 1 */
  feed: (page = 1) => `/feed.xml${pageQuery(page)}`,
  jsonFeed: (page = 1) => `/feed.json${pageQuery(page)}`,
  sitemap: () => '/sitemap.xml',
  /** Where the site is too large for one: its parts, counted from 1. */
  sitemapPart: (part: number) => `/sitemap-${part}.xml`,
  manifest: () => '/manifest.webmanifest',
  llms: () => '/llms.txt',
  episode: (slug: string) => `/episodes/${slug}/`,
  /** The whole page as Markdown, for machines that read. */
  markdown: (slug: string) => `/episodes/${slug}/index.md`,
  transcript: (slug: string, form: TranscriptForm) => `/episodes/${slug}/transcript.${form}`,
  givenTranscript: (slug: string) => `/episodes/${slug}/transcript.given`,
  chapters: (slug: string) => `/episodes/${slug}/chapters.json`,
  audio: (slug: string, extension: string) => `/audio/${slug}.${extension}`,
  embed: (slug: string) => `/embed/${slug}/`,
  oembed: (url: string) => `/oembed?url=${encodeURIComponent(url)}`,
  /** @param token the signed part of a guest's link */
  guest: (token: string) => `/guest/${token}/`,
  tag: (tag: string) => `/tags/${segment(tag)}/`,
  person: (name: string) => `/people/${segment(name)}/`,
  year: (year: string) => `/years/${year}/`,
  season: (season: string) => `/seasons/${season}/`,
  /** Every way into the archive. */
  archive: () => '/archive/',
  /** The feed of the episodes on an archive page. */
  feedOf: (archive: string) => `${archive}feed.xml`,
  /** Cover art under a name that changes with its bytes, as directories ask. */
  showCover: (hash: string, type: string) => `/art/show-${short(hash)}.${ending(type)}`,
  cover: (slug: string, hash: string, type: string) =>
    `/art/${slug}-${short(hash)}.${ending(type)}`,
  portrait: (hash: string, type: string) => `/art/person-${short(hash)}.${ending(type)}`,
  card: (slug: string, hash: string) => `/art/${slug}-card-${short(hash)}.png`,
  smallCover: (slug: string, hash: string) => `/art/${slug}-${short(hash)}-small.jpg`,
  asset: (name: string, version: string) => `/assets/${name}?v=${version}`,
} as const;

/** The path as a page links to it: with the site's prefix, without scheme and host. */
export function href(site: Site, path: string): string {
  return prefixOf(site) + path;
}

/** The whole address, for feeds, metadata and other sites. */
export function absolute(site: Site, path: string): string {
  return site.url + path;
}

export function assetHref(site: Site, name: string): string {
  return href(site, paths.asset(name, site.assets[name] ?? '0'));
}

function prefixOf({ url }: Site): string {
  if (url !== prefix.of) prefix = { of: url, path: new URL(url).pathname.replace(/\/$/, '') };
  return prefix.path;
}

/** A page has hundreds of links, and a server has one site. */
let prefix = { of: '', path: '' };

/** A tag or a name as one readable path segment: letters and digits of any script, hyphens between. */
export function segment(text: string): string {
  const known = segments.get(text);
  if (known !== undefined) return known;
  if (segments.size >= mostRemembered) segments.clear();
  const made = makeSegment(text);
  segments.set(text, made);
  return made;
}

/** A show has few tags and names, and uses them again and again. */
const segments = new Map<string, string>();
const mostRemembered = 20_000;

function makeSegment(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return encodeURIComponent(words.join('-') || '-');
}

function pageQuery(page: number): string {
  return page === 1 ? '' : `?page=${page}`;
}

function ending(type: string): string {
  return type === 'image/png' ? 'png' : 'jpg';
}

function short(hash: string): string {
  return hash.slice(0, 12);
}
