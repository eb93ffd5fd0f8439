import type { Episode } from '../episode/episode.ts';

/** What an address says about where a page of a list begins; what it says twice comes as a list. */
export interface Asked {
  /** The page shows what comes after this place in the list: before it in time. */
  before?: string | string[];
  /** The page shows what comes up to this place. */
  after?: string | string[];
  /** As addresses had it once: counted from 1. */
  page?: string | string[];
}

/** A hundred episodes of a list, and where the others are. */
export interface PageOfEpisodes {
  episodes: Episode[];
  /** What stands behind the list's path in this page's own address; empty for the first. */
  query: string;
  /** The same for the page before this one and the one after it; null where there is none. */
  earlier: string | null;
  later: string | null;
}

const perPage = 100;

/**
 * Where a page begins. A place is named by an episode, not by a number, so that what is new or taken away
 * elsewhere moves nothing under a reader's eyes; where that episode has gone, its date tells where it was.
 *
 * @param episodes the whole list, in its order
 * @returns the place of the page's first episode, from 0; what makes no sense is the first page
 */
export function beginningOf(episodes: readonly Episode[], asked: Asked): number {
  const [before, after, page] = [asked.before, asked.after, asked.page].map(
    (one) => [one].flat()[0],
  );
  const last = Math.max(0, Math.ceil(episodes.length / perPage) - 1) * perPage;
  if (before !== undefined) return placeAfter(episodes, before) ?? 0;
  if (after !== undefined) return Math.max(0, (placeOf(episodes, after) ?? 0) - perPage);
  const number = Math.trunc(Number(page ?? 1)) || 1;
  return Math.min(Math.max(0, (number - 1) * perPage), last);
}

/** @param from place of its first episode, as `beginningOf` says */
export function pageOfEpisodes(episodes: readonly Episode[], from = 0): PageOfEpisodes {
  const shown = episodes.slice(from, from + perPage);
  const [first, last] = [shown[0], shown.at(-1)];
  const previous = from > 0 ? episodes[from - 1] : undefined;
  const hasMore = from + perPage < episodes.length;
  return {
    episodes: shown,
    query: previous === undefined ? '' : `?before=${printPlace(previous)}`,
    earlier: earlierThan(from, first),
    later: hasMore && last !== undefined ? `?before=${printPlace(last)}` : null,
  };
}

function earlierThan(from: number, first: Episode | undefined): string | null {
  if (from === 0) return null;
  return from <= perPage || first === undefined ? '' : `?after=${printPlace(first)}`;
}

function printPlace({ date, slug }: Episode): string {
  const moment = new Date(Date.parse(date) || 0).toISOString().replace('.000Z', 'Z');
  return `${moment}-${encodeURIComponent(slug)}`;
}

function placeAfter(episodes: readonly Episode[], place: string): number | null {
  const at = placeOf(episodes, place);
  if (at === null || at >= episodes.length) return null;
  const next = isAt(episodes[at], place) ? at + 1 : at;
  return next < episodes.length ? next : null;
}

/** Where an episode stands, or stood. */
function placeOf(episodes: readonly Episode[], place: string): number | null {
  const [, date = '', slug = ''] = parsePlace(place) ?? [];
  const moment = Date.parse(date);
  if (Number.isNaN(moment)) return null;
  const at = episodes.findIndex((episode) => episode.slug === slug);
  if (at !== -1) return at;
  const [first, last] = [episodes[0], episodes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isRising = Date.parse(first.date) < Date.parse(last.date);
  const next = episodes.findIndex((episode) => {
    const difference = Date.parse(episode.date) - moment || slug.localeCompare(episode.slug);
    return isRising ? difference > 0 : difference < 0;
  });
  return next === -1 ? episodes.length : next;
}

function isAt(episode: Episode | undefined, place: string): boolean {
  return episode !== undefined && episode.slug === parsePlace(place)?.[2];
}

function parsePlace(place: string): RegExpExecArray | null {
  return /^(\d{4}-\d\d-\d\dT[\d:.]+Z?)-(.+)$/.exec(place);
}
