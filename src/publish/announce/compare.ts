import type { Episode } from '../../episode/episode.ts';
import type { PublicRecord, Seen } from '../../store/public-record.ts';

/** Something the public is to hear of. */
export interface News {
  event: 'episode.published' | 'episode.changed' | 'episode.removed';
  guid: string;
  slug: string;
  title: string;
}

/** What became of an episode that is not listed any more. */
export type Absence = 'gone' | 'withdrawn' | 'being made';

/**
 * Compares what is listed with what the public has seen. An episode that is only being made anew has not
 * gone: apps drop what they are told has gone.
 *
 * @param absenceOf asked of each that was seen and is not listed
 * @param at ISO 8601
 */
export async function compareWithSeen(
  before: PublicRecord,
  listed: readonly Episode[],
  absenceOf: (slug: string) => Promise<Absence>,
  at: string,
): Promise<{ news: News[]; record: PublicRecord }> {
  const news: News[] = [];
  const record: PublicRecord = { ...before };
  const tell = (event: News['event'], guid: string, { slug, title }: Seen) =>
    news.push({ event, guid, slug, title });

  for (const { guid, slug, title, changed } of listed) {
    const known = before[guid];
    const seen: Seen = { slug, title, changed, removed: null, gone: false };
    record[guid] = seen;
    if (known === undefined || known.removed !== null) tell('episode.published', guid, seen);
    else if (known.changed !== changed || known.slug !== slug) tell('episode.changed', guid, seen);
  }
  const guids = new Set(listed.map(({ guid }) => guid));
  for (const [guid, seen] of Object.entries(before)) {
    if (guids.has(guid) || seen.gone) continue;
    const absence = await absenceOf(seen.slug);
    if (absence === 'being made') continue;
    if (seen.removed === null) tell('episode.removed', guid, seen);
    record[guid] = { ...seen, removed: seen.removed ?? at, gone: absence === 'gone' };
  }
  return { news, record };
}
