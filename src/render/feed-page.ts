import type { Episode } from '../episode/episode.ts';

/** A page of a feed. */
export interface FeedPage {
  /** Of this page, newest first. */
  episodes: Episode[];
  /** Of all pages, newest first. */
  all: Episode[];
  /** Counted from 1. */
  page: number;
  pages: number;
}

/**
 * The newest episodes, or those further back: apps ask for the first page every hour, so it has to stay
 * small, however long a show runs.
 *
 * @returns null where there is no such page
 */
export function feedPage(
  episodes: readonly Episode[],
  pageLength: number,
  page: number,
): FeedPage | null {
  const all = episodes.toSorted(byDate);
  const pages = Math.max(1, Math.ceil(all.length / pageLength));
  if (!Number.isInteger(page) || page < 1 || page > pages) return null;
  const from = (page - 1) * pageLength;
  return { episodes: all.slice(from, from + pageLength), all, page, pages };
}

function byDate(a: Episode, b: Episode): number {
  return Date.parse(b.date) - Date.parse(a.date) || (a.slug < b.slug ? -1 : 1);
}
