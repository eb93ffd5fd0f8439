import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { escapeHtml } from '../markup/escape.ts';
import { archiveKinds, archivesOf } from './archives.ts';
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
  show: Show,
  episodes: readonly Episode[],
  part: number | null = null,
  most = mostEntries,
): string | null {
  const entries = entriesOf(show, episodes);
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

function entriesOf(show: Show, episodes: readonly Episode[]): Entry[] {
  const pages = episodes.map(({ slug, changed }) => ({ path: paths.episode(slug), changed }));
  const changed = lastChange(episodes);
  const doors = archiveKinds.flatMap((kind) => [...archivesOf(kind, show, episodes).values()]);
  return [
    { path: paths.front(), changed },
    ...(episodes.length > 0 ? [{ path: paths.archive(), changed }] : []),
    ...pages,
    ...doors.map((door) => ({ path: door.path, changed: lastChange(door.episodes) })),
  ];
}

function lastChange(episodes: readonly Episode[]): string | null {
  let last: string | null = null;
  let latest = Number.NEGATIVE_INFINITY;
  for (const { changed } of episodes) {
    const moment = Date.parse(changed);
    if (moment > latest) [last, latest] = [changed, moment];
  }
  return last;
}

function print(site: Site, whole: string, one: string, entries: Entry[]): string {
  const lines = entries.map(({ path, changed }) => {
    const last = changed === null ? '' : `<lastmod>${escapeHtml(changed)}</lastmod>`;
    return `<${one}><loc>${escapeHtml(absolute(site, path))}</loc>${last}</${one}>\n`;
  });
  const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${whole} xmlns="${space}">\n${lines.join('')}</${whole}>\n`;
}
