import type { Database } from './open.ts';
import { rowsOf } from './rows.ts';

/** Rows from one to another, both included. */
export interface Stretch {
  from: number;
  to: number;
}

/** Rows of so many episodes each, the newest first. */
export function stretchesOf(
  database: Database,
  { from: first, to: last }: Stretch,
  atOnce: number,
): Stretch[] {
  const episodes = database.prepare('select id from episode order by id desc').all() as {
    id: number;
  }[];
  const stretches: Stretch[] = [];
  let to = last;
  for (let at = atOnce - 1; at < episodes.length - 1; at += atOnce) {
    const { from } = rowsOf(episodes[at]?.id ?? 0);
    if (from <= first) break;
    if (from > to) continue;
    stretches.push({ from, to });
    to = from - 1;
  }
  return [...stretches, { from: first, to }];
}

/** The rows that answer a question in the language of FTS5, the newest first. */
export function rowsIn(
  database: Database,
  match: string,
  { from, to }: Stretch,
  most: number,
): number[] {
  const rows = database
    .prepare(
      'select rowid from term where term match ? and rowid between ? and ? order by rowid desc limit ?',
    )
    .all(match, from, to, most) as { rowid: number }[];
  return rows.map(({ rowid }) => rowid);
}

/**
 * How many rows answer it.
 *
 * @param patience ms after which no further stretch is counted
 */
export function countRows(
  database: Database,
  match: string,
  stretches: Stretch[],
  patience: number,
): { total: number; isAtLeast: boolean } {
  const until = performance.now() + patience;
  const counting = database.prepare(
    'select count(*) as total from (select 1 from term where term match ? and rowid between ? and ? limit ?)',
  );
  let total = 0;
  for (const [at, { from, to }] of stretches.entries()) {
    const room = mostCounted + 1 - total;
    total += (counting.get(match, from, to, room) as { total: number }).total;
    if (total > mostCounted) return { total: mostCounted, isAtLeast: true };
    const isLast = at === stretches.length - 1;
    if (!isLast && performance.now() > until) return { total, isAtLeast: true };
  }
  return { total, isAtLeast: false };
}

/** Nobody reads more results than this, and counting them takes as long as finding them. */
const mostCounted = 10_000;
