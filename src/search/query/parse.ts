import { tokensOf } from '../words/tokens.ts';
import type { Query, Wanted } from './query.ts';

/** Characters, and words: more than anyone asks for. */
export const longest = 1000;
const mostWords = 24;

/**
 * Takes a question apart: words, `"phrases"`, `-not`, `speaker:`, `tag:` (both with a `-` as well), `episode:`, `before:` and `after:` with a year,
 * month or day, `begin*`. Whatever makes no sense is looked for as the words it is made of, or left out.
 *
 * @param isTyping whether the last word may be only begun
 */
export function parseQuery(asked: string, isTyping = false): Query {
  const query: Query = {
    ...{ all: [], none: [], speakers: [], tags: [], notSpeakers: [], notTags: [] },
    ...{ episode: null, from: null, until: null, remarks: [] },
  };
  const text = asked.slice(0, longest);
  let words = 0;
  /** What the question ends in, where it can be a word that is only begun. */
  let ending: Wanted | null = null;
  for (const { groups = {} } of text.matchAll(piece)) {
    const value = groups.quoted ?? groups.bare ?? '';
    const field = groups.field?.toLowerCase();
    ending = null;
    const isUnwanted = groups.not !== undefined;
    if (field !== undefined && takeField(query, field, value, isUnwanted)) continue;
    const isPhrase = groups.quoted !== undefined;
    const as = isPhrase ? 'phrase' : /[^*]\*$/.test(value) ? 'beginning' : 'words';
    const wanted: Wanted = { text: field === undefined ? value : `${field} ${value}`, as };
    const { tokens } = tokensOf(wanted.text, false);
    const last = tokens.slice(0, Math.max(0, mostWords - words)).at(-1);
    words += tokens.length;
    if (last === undefined) continue;
    // A single word may be as long as any question: `a-b-c-d` and so on.
    if (words > mostWords) wanted.text = wanted.text.slice(0, last.to);
    (isUnwanted ? query.none : query.all).push(wanted);
    ending = isUnwanted ? null : wanted;
  }
  if (words > mostWords || asked.length > longest) {
    query.remarks.push(`Only the first ${mostWords} words of so long a question were looked for.`);
  }
  if (asked.trim() !== '' && isOpen(query)) {
    query.remarks.push(
      query.none.length + query.notSpeakers.length + query.notTags.length > 0
        ? 'Only what is not wanted was named: name something to look for as well.'
        : 'There is no word in this to look for.',
    );
  }
  const isBegun = isTyping && /[\p{L}\p{N}\p{M}]$/u.test(text);
  if (isBegun && ending?.as === 'words') ending.as = 'beginning';
  return query;
}

/** Whether nothing is named that could be found. */
function isOpen({ all, speakers, tags, episode, from, until, remarks }: Query): boolean {
  const isNamed = [all, speakers, tags, remarks].some((some) => some.length > 0);
  return !isNamed && episode === null && from === null && until === null;
}

/** A field's name, perhaps, then something in quotation marks of any kind, or up to the next space. */
const piece =
  /(?<not>(?<=^|\s)[-−–](?=[^\s-]))?(?:(?<field>[a-z]+):(?=\S))?(?:["“”„«»](?<quoted>[^"“”„«»]*)(?:["“”„«»]|$)|(?<bare>[^\s"“”„«»]+))/giu;

function takeField(query: Query, field: string, value: string, isUnwanted: boolean): boolean {
  if (field === 'speaker' || field === 'tag') {
    if (tokensOf(value, false).tokens.length === 0) return true;
    const { tags, notTags, speakers, notSpeakers } = query;
    const [wanted, unwanted] = field === 'tag' ? [tags, notTags] : [speakers, notSpeakers];
    (isUnwanted ? unwanted : wanted).push(value);
    return true;
  }
  if (field === 'episode') {
    query.episode = value;
    return true;
  }
  if (field !== 'before' && field !== 'after') return false;
  const span = spanOf(value);
  if (span === null) {
    query.remarks.push(`“${value}” is no date: a year, a month or a day is, like 2024-05-31.`);
  } else if (field === 'before') {
    query.until = Math.min(query.until ?? span.from, span.from);
  } else {
    query.from = Math.max(query.from ?? span.to, span.to);
  }
  return true;
}

/** A year, month or day (UTC) in ms since 1970: its beginning, and the next one's. */
function spanOf(text: string): { from: number; to: number } | null {
  const parts = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text)?.slice(1);
  if (parts === undefined) return null;
  const [year, month, day] = parts.map((part) => (part === undefined ? null : Number(part)));
  const isDate = (month ?? 1) >= 1 && (month ?? 1) <= 12 && (day ?? 1) >= 1 && (day ?? 1) <= 31;
  if (year == null || !isDate) return null;
  const at = (more: { year?: number; month?: number; day?: number }) =>
    Date.UTC(
      year + (more.year ?? 0),
      (month ?? 1) - 1 + (more.month ?? 0),
      (day ?? 1) + (more.day ?? 0),
    );
  const step = day != null ? { day: 1 } : month != null ? { month: 1 } : { year: 1 };
  return { from: at({}), to: at(step) };
}
