import type { Hit } from '../../search/excerpt/hit.ts';
import type { Part } from '../../search/index/passage.ts';
import type { Place } from '../../search/rank.ts';
import type { Finder } from './finder.ts';

/** A page of everything that answers a question: what was said, and after it what episodes are called and about. */
export interface PageOfHits {
  /** Of both, on all pages, as far as they were counted. */
  total: number;
  /** Whether there may be more than were counted. */
  isAtLeast: boolean;
  /** On the first page, if wanted: the first of what episodes are called and about; not among `hits` again. */
  leading: Hit[];
  hits: Hit[];
  /** Where the next page goes on, as an address has it; null after the last. */
  next: string | null;
  /** A question that would find something, where this one finds nothing. */
  suggestion: string | null;
  /** Plain sentences: what of the question was left out, and why. */
  remarks: string[];
  /** Episodes that are still to be indexed. */
  missing: number;
}

export interface PageOrder {
  asked: string;
  /** Whether the last word may be only begun. */
  isTyping: boolean;
  /** Where the page before stopped, as its `next` has it; what is no such place is the beginning. */
  from: string | null;
  /** Hits on the page, besides the leading ones. */
  most: number;
  /** Hits that lead the first page; 0 for none. */
  leading: number;
}

export async function pageOfHits(finder: Finder, order: PageOrder): Promise<PageOfHits> {
  const { asked, isTyping, most } = order;
  const place = readPlace(order.from);
  const isAfterSaid = place?.part === 'about';
  const ask = (part: Part, hits: number, from: Place | null) =>
    finder.ask({ asked, isTyping, part, most: Math.max(hits, 1), from });

  const said = await ask(
    'said',
    isAfterSaid ? 1 : most,
    isAfterSaid ? null : (place?.place ?? null),
  );
  const saidHits = isAfterSaid ? [] : said.hits;
  const lead = order.leading > 0 && !isAfterSaid ? await ask('about', order.leading, null) : null;
  // What led the first page is passed over wherever what was said ends.
  const afterLead = lead === null ? beginning : lead.next;
  const aboutFrom = isAfterSaid ? place.place : afterLead;
  const room = isAfterSaid || said.next === null ? most - saidHits.length : 0;
  // Where there is no room for them, what led says enough: how many there are, and that there are more.
  const isTold = aboutFrom === null || (lead !== null && room === 0);
  const about = isTold ? lead : await ask('about', room, aboutFrom);
  const isLeft =
    aboutFrom !== null && about !== null && (about.hits.length > 0 || about.next !== null);
  const total = said.total + (about?.total ?? 0);
  return {
    total,
    isAtLeast: said.isAtLeast || (about?.isAtLeast ?? false),
    leading: place === null ? (lead?.hits ?? []) : [],
    hits: [...saidHits, ...(isLeft && room > 0 ? about.hits : [])],
    next: nextOf(),
    suggestion: total === 0 ? await finder.suggest(asked, isTyping) : null,
    remarks: said.remarks,
    missing: Math.max(said.missing, about?.missing ?? 0),
  };

  function nextOf(): string | null {
    if (!isAfterSaid && said.next !== null) return printPlace('said', said.next);
    if (!isLeft) return null;
    if (room === 0) return printPlace('about', aboutFrom);
    return about.next && printPlace('about', about.next);
  }
}

const beginning: Place = { strictness: 0, row: Number.MAX_SAFE_INTEGER };

function printPlace(part: Part, { strictness, row }: Place): string {
  return `${part}.${strictness}.${row}`;
}

function readPlace(text: string | null): { part: Part; place: Place } | null {
  const [, part, strictness, row] = /^(said|about)\.(\d)\.(\d{1,16})$/.exec(text ?? '') ?? [];
  if (part === undefined) return null;
  return { part: part as Part, place: { strictness: Number(strictness), row: Number(row) } };
}
