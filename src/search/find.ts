import type { Database } from './index/open.ts';
import type { Part } from './index/passage.ts';
import { firstRowAt, rowsOf } from './index/rows.ts';
import { type Asked, countRows, rowsIn, type Stretch, stretchesOf } from './index/rows-matching.ts';
import { passagesWith } from './index/vocabulary.ts';
import type { Form } from './query/forms.ts';
import { leastStrict, matchOf } from './query/match.ts';
import type { Query } from './query/query.ts';
import { isAfter, type Place, rankRows, withoutLeftToNext } from './rank.ts';

export interface Found {
  /** Passages in all, as far as they were counted. */
  total: number;
  /** Whether there may be more than were counted. */
  isAtLeast: boolean;
  /** Rows of the passages, those first in which the words stand together, and of these the newest. */
  rows: number[];
  /** Where the next page goes on; null after the last. */
  next: Place | null;
}

/** Passages that a word may be in for all to be looked through at once. */
const seldom = 20_000;
/** The newest episodes, which are looked through first for words that are in more. */
const atOnce = 16;
/** How long such words are looked for, and counted, ms. */
const patience = { looking: 25, counting: 8 };
/** So many passages are looked at one by one. */
const few = 150;

/**
 * The passages that answer a question. Newer passages never move a page that was begun: it goes on where it
 * stopped, not after so many. Words that nearly every passage has are looked for in the newest episodes
 * first, and no longer than a reader would wait; the next page goes on from there.
 */
export function findRows(
  database: Database,
  query: Query,
  forms: { all: Form[][]; none: Form[][] },
  page: { part: Part; from: Place | null; most: number },
): Found {
  const match = matchOf(query, forms.all, forms.none, page.part);
  const rows = match && rowsAskedFor(database, query);
  if (rows === null || match === null) return nothing;
  const asked = (one: string): Asked => ({ part: page.part, match: one });
  const whole = asked(match.whole);
  const newest = rowsIn(database, whole, rows, few + 1);
  if (newest.length <= few) return pageOfAll(rankRows(database, newest, forms.all), page);
  const isSeldom = forms.all.some((some) => passagesWith(database, some) <= seldom);
  const stretches = stretchesOf(database, rows, atOnce);
  // Of words that are everywhere, those that are near each other would be, too.
  const stricter = isSeldom ? match.stricter : match.stricter.slice(0, 1);
  const looked = lookFor(
    database,
    [
      ...stricter.map(({ strictness, match: one }) => ({
        ...{ strictness, asked: asked(one), stretches: [rows] },
      })),
      { strictness: leastStrict, asked: whole, stretches: isSeldom ? [rows] : stretches },
    ],
    forms,
    page,
  );
  const { total, isAtLeast } = countRows(database, whole, stretches, patience.counting);
  return { ...looked, total: Math.max(total, newest.length), isAtLeast };
}

function pageOfAll(places: Place[], { from, most }: { from: Place | null; most: number }): Found {
  const after = places.filter((place) => from === null || isAfter(place, from));
  const shown = after.slice(0, most);
  const next = after.length > shown.length ? (shown.at(-1) ?? null) : null;
  return { ...pageOf(shown, next), total: places.length, isAtLeast: false };
}

const nothing: Found = { total: 0, isAtLeast: false, rows: [], next: null };

/** Of the dates and the episode that are asked for; null where there is no such episode. */
function rowsAskedFor(database: Database, { episode, from, until }: Query): Stretch | null {
  const dated = {
    from: from === null ? 0 : firstRowAt(from),
    to: until === null ? Number.MAX_SAFE_INTEGER : firstRowAt(until) - 1,
  };
  if (episode === null) return dated;
  const found = database.prepare('select id from episode where slug = ?').get(episode) as
    | { id: number }
    | undefined;
  const rows = found && rowsOf(found.id);
  return rows ? { from: Math.max(dated.from, rows.from), to: Math.min(dated.to, rows.to) } : null;
}

/** A question, and the rows in which it is looked for one after the other. */
interface Round {
  strictness: number;
  asked: Asked;
  stretches: Stretch[];
}

/** What the first round finds, then what the next one finds besides, as far as the page has room and time. */
function lookFor(
  database: Database,
  rounds: Round[],
  forms: { all: Form[][]; none: Form[][] },
  { from, most }: { from: Place | null; most: number },
): Pick<Found, 'rows' | 'next'> {
  const until = performance.now() + patience.looking;
  const places: Place[] = [];
  for (const [at, { strictness, asked, stretches }] of rounds.entries()) {
    if (strictness < (from?.strictness ?? 0)) continue;
    const besides = without(asked, rounds.slice(0, at));
    const before = from?.strictness === strictness ? from.row - 1 : Number.MAX_SAFE_INTEGER;
    for (const stretch of stretches) {
      let to = Math.min(stretch.to, before);
      while (stretch.from <= to) {
        const room = most + 1 - places.length;
        const rows = rowsIn(database, besides, { from: stretch.from, to }, room);
        const own = withoutLeftToNext(database, rows, forms);
        places.push(...own.map((row) => ({ strictness, row })));
        if (places.length > most) return pageOf(places.slice(0, most), places[most - 1] ?? null);
        to = rows.length < room ? -1 : (rows.at(-1) ?? 0) - 1;
      }
      const isLast = stretch === stretches.at(-1);
      if (!isLast && places.length > 0 && performance.now() > until) {
        return pageOf(places, { strictness, row: stretch.from });
      }
    }
  }
  return pageOf(places, null);
}

function without({ part, match }: Asked, others: Round[]): Asked {
  return { part, match: [match, ...others.map(({ asked }) => asked.match)].join(' NOT ') };
}

function pageOf(places: Place[], next: Place | null): Pick<Found, 'rows' | 'next'> {
  return { rows: places.map(({ row }) => row), next };
}
