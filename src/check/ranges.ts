import { type Answer, type Ask, isAnswer } from './ask.ts';
import { type Finding, finding } from './finding.ts';
import type { Item } from './read-feed.ts';

interface Range {
  /** As in `Range: bytes=0-1`. */
  asked: string;
  /** What `Content-Range` is to say; a total of null is yet unknown. */
  first: number;
  last: number;
  total: number | null;
}

/**
 * Asks for the first two bytes, as Apple does of every file.
 *
 * @returns how long the file is, as `Content-Range` says; null where it does not
 */
export async function checkFirstBytes(
  ask: Ask,
  url: string,
  rule: 'audio-range' | 'art-range',
  item: Item | null,
): Promise<{ total: number | null; findings: Finding[] }> {
  const range = { asked: '0-1', first: 0, last: 1, total: null };
  const { amiss, total } = await askFor(ask, url, range);
  return { total, findings: amiss === null ? [] : [finding(rule, url, amiss, item)] };
}

/** The last two bytes, and all from the middle on: what players ask for when they seek. */
export async function checkOtherRanges(
  ask: Ask,
  url: string,
  total: number,
  item: Item,
): Promise<Finding[]> {
  const from = Math.floor(total / 2);
  const suffix = { asked: '-2', first: total - 2, last: total - 1, total };
  const open = { asked: `${from}-`, first: from, last: total - 1, total };
  const suffixAmiss = (await askFor(ask, url, suffix)).amiss;
  const openAmiss = (await askFor(ask, url, open)).amiss;
  return [
    ...(suffixAmiss === null ? [] : [finding('audio-range-suffix', url, suffixAmiss, item)]),
    ...(openAmiss === null ? [] : [finding('audio-range-open', url, openAmiss, item)]),
  ];
}

/** @returns one sentence about what is amiss, null where nothing is */
async function askFor(
  ask: Ask,
  url: string,
  range: Range,
): Promise<{ amiss: string | null; total: number | null }> {
  const headers = { range: `bytes=${range.asked}`, 'accept-encoding': 'identity' };
  const result = await ask(url, { headers, most: 4096 });
  const to = `Range: bytes=${range.asked}`;
  if (!isAnswer(result)) return { amiss: `${to} has no answer: ${result.reason}.`, total: null };
  if (result.status !== 206) {
    return { amiss: `${to} is answered with the status ${result.status}.`, total: null };
  }
  return { amiss: amissIn(result, range, to), total: totalIn(result.headers) };
}

function amissIn({ headers, body, whole }: Answer, range: Range, to: string): string | null {
  const said = headers.get('content-range') ?? '';
  const found = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(said);
  const right =
    found !== null &&
    Number(found[1]) === range.first &&
    Number(found[2]) === range.last &&
    (range.total === null || found[3] === '*' || Number(found[3]) === range.total);
  if (!right)
    return `${to} is answered with ${said ? `Content-Range: ${said}` : 'no Content-Range'}.`;
  const wanted = range.last - range.first + 1;
  const short = whole && body.length !== wanted;
  return short || body.length > wanted ? `${to} is answered with ${body.length} bytes.` : null;
}

function totalIn(headers: Headers): number | null {
  const total = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1];
  return total === undefined ? null : Number(total);
}
