import type { Episode } from '../episode/episode.ts';
import { escapeHtml } from '../markup/escape.ts';
import { absolute, paths, type Site } from './site.ts';

/** How many pages one file may have (sitemaps.org). */
const mostEntries = 50_000;

interface Entry {
  path: string;
  /** ISO 8601; null where there is nothing that could change. */
  changed: string | null;
}

/**
 * Every page there is to be found, each with the moment it last changed.
 *
 * @param episodes all that are public
 * @param part counted from 1; null for the whole, which is a list of its parts where it has more than one
 * @param most how many pages a part may have
 * @returns null where there is no such part
 */
export function renderSitemap(
  site: Site,
  episodes: readonly Episode[],
  part: number | null = null,
  most = mostEntries,
): string | null {
  const entries = entriesOf(episodes);
  const parts = Math.ceil(entries.length / most);
  if (part === null && parts > 1) {
    const all = Array.from({ length: parts }, (_, at) => paths.sitemapPart(at + 1));
    return print(
      site,
      'sitemapindex',
      'sitemap',
      all.map((path) => ({ path, changed: null })),
    );
  }
  const from = ((part ?? 1) - 1) * most;
  const wanted = entries.slice(from, from + most);
  return wanted.length === 0 ? null : print(site, 'urlset', 'url', wanted);
}

/** The text that shows crawlers the way there. */
export function renderRobots(site: Site): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, paths.sitemap())}\n`;
}

function entriesOf(episodes: readonly Episode[]): Entry[] {
  const pages = episodes.map(({ slug, changed }) => ({ path: paths.episode(slug), changed }));
  const changed = pages.reduce<string | null>((last, page) => latest(page.changed, last), null);
  const tags = archives(episodes, ({ tags }) => tags, paths.tag);
  const people = archives(episodes, (one) => one.people.map(({ name }) => name), paths.person);
  return [{ path: paths.front(), changed }, ...pages, ...tags, ...people];
}

/** A page for everything that episodes have in common; what is written in two ways is one. */
function archives(
  episodes: readonly Episode[],
  namesIn: (episode: Episode) => string[],
  pathOf: (name: string) => string,
): Entry[] {
  const names = new Map<string, string>();
  for (const episode of episodes) {
    for (const name of namesIn(episode)) names.set(name, latest(episode.changed, names.get(name)));
  }
  const pages = new Map<string, string>();
  for (const [name, changed] of names) {
    const path = pathOf(name);
    pages.set(path, latest(changed, pages.get(path)));
  }
  return Array.from(pages, ([path, changed]) => ({ path, changed }));
}

function latest(one: string, other: string | null | undefined): string {
  return other && Date.parse(other) > Date.parse(one) ? other : one;
}

function print(site: Site, whole: string, one: string, entries: Entry[]): string {
  const lines = entries.map(({ path, changed }) => {
    const last = changed === null ? '' : `<lastmod>${escapeHtml(changed)}</lastmod>`;
    return `<${one}><loc>${escapeHtml(absolute(site, path))}</loc>${last}</${one}>\n`;
  });
  const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${whole} xmlns="${space}">\n${lines.join('')}</${whole}>\n`;
}
