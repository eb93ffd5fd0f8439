import type { Database } from './open.ts';
import type { Part } from './passage.ts';
import { rowsOf } from './rows.ts';

/** Rows from one to another, both included. */
export interface Stretch {
  from: number;
  to: number;
}

/** Rows of some episodes each, the newest first: of so many, and then of ever more. */
export function stretchesOf(
  database: Database,
  { from: first, to: last }: Stretch,
  atOnce: number,
): Stretch[] {
  const ids = database.prepare('select id from episode order by id desc limit 1 offset ?');
  const stretches: Stretch[] = [];
  let to = last;
  for (let at = atOnce - 1; ; at = at * 4 + 3) {
    const episode = ids.get(at) as { id: number } | undefined;
    if (episode === undefined) break;
    const { from } = rowsOf(episode.id);
    if (from <= first) break;
    if (from > to) continue;
    stretches.push({ from, to });
    to = from - 1;
  }
  return [...stretches, { from: first, to }];
}

/** A question in the language of FTS5, and where it is looked for. */
export interface Asked {
  part: Part;
  match: string;
}

/** The rows that answer a question, the newest first. */
export function rowsIn(
  database: Database,
  { part, match }: Asked,
  { from, to }: Stretch,
  most: number,
): number[] {
  const rows = database
    .prepare(
      `select rowid from ${part} where ${part} match ? and rowid between ? and ? order by rowid desc limit ?`,
    )
    .all(match, asInteger(from), asInteger(to), most) as { rowid: number }[];
  return rows.map(({ rowid }) => rowid);
}

/**
 * How many rows answer it.
 *
 * @param patience ms after which no further stretch is counted
 */
export function countRows(
  database: Database,
  { part, match }: Asked,
  stretches: Stretch[],
  patience: number,
): { total: number; isAtLeast: boolean } {
  const until = performance.now() + patience;
  const counting = database.prepare(
    `select count(*) as total from (select 1 from ${part} where ${part} match ? and rowid between ? and ? limit ?)`,
  );
  let total = 0;
  for (const [at, { from, to }] of stretches.entries()) {
    const room = mostCounted + 1 - total;
    total += (counting.get(match, asInteger(from), asInteger(to), room) as { total: number }).total;
    if (total > mostCounted) return { total: mostCounted, isAtLeast: true };
    const isLast = at === stretches.length - 1;
    if (!isLast && performance.now() > until) return { total, isAtLeast: true };
  }
  return { total, isAtLeast: false };
}

/** FTS5 reads through everything for a bound that is bound to the statement as a real number, as these would be. */
function asInteger(row: number): bigint {
  return BigInt(row);
}

/** Nobody reads more results than this, and counting them takes as long as finding them. */
const mostCounted = 5000;
