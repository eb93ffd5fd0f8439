import { parseInstant } from '../episode/instant.ts';

/** By their first three letters, in the languages whose words stand in feeds although they should not. */
const months: Record<string, number> = Object.fromEntries(
  [
    'jan gen ene jän',
    'feb fév fev',
    'mar mär mrz maa',
    'apr avr abr',
    'may mai mag mei maj',
    'jun jui giu',
    'jul lug',
    'aug aoû ago aou',
    'sep set',
    'oct okt ott out',
    'nov',
    'dec dez déc dic',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1])),
);

/** RFC 2822, 4.3, and what else feeds write; minutes east of UTC. */
const zones: Record<string, number> = {
  ...{ ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, bst: 60, cet: 60, cest: 120, eet: 120, eest: 180 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
};

/**
 * The date of an item as an ISO 8601 instant in UTC: RFC 2822 in all the forms feeds have it (whole names of
 * days and months, the month first, years of two digits, no seconds, no zone, `AM` and `PM`), else ISO 8601.
 * The day of the week is not looked at, for it is often wrong. Without a zone it is UTC.
 *
 * @returns null where there is none, or none that exists
 */
export function readDate(text: string | null): string | null {
  const given = (text ?? '')
    .replace(/\([^)]{0,100}\)/g, ' ')
    .trim()
    .slice(0, 200);
  if (given === '') return null;
  const iso = parseInstant(given.replace(/\s*(?:Z|UTC|GMT)$/i, 'Z').replace(/\s+(?=[+-]\d)/, ''));
  if (iso !== null) return iso;
  const day = dayIn(given);
  if (day === null) return null;
  const { hours, minutes, seconds } = timeIn(given);
  const at = `${day}T${two(hours)}:${two(minutes)}:${two(seconds)}Z`;
  const instant = parseInstant(at);
  if (instant === null) return null;
  return new Date(Date.parse(instant) - zoneIn(given) * 60_000).toISOString();
}

/** `4 May 2019`, `04-May-19` or `May 4, 2019` as `2019-05-04`. */
function dayIn(text: string): string | null {
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s.\-/]{1,3}(\p{L}{3,12})[\s.,\-/]{1,3}(\d{4}|\d{2})(?![\d:])/u.exec(
      text,
    );
  const monthFirst =
    /(\p{L}{3,12})[\s.]{1,3}(\d{1,2})(?:st|nd|rd|th)?[\s,]{1,3}(\d{4})(?!\d)/u.exec(text);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = monthOf(name ?? '');
  if (month === undefined || day === undefined || year === undefined) return null;
  // RFC 2822, 4.3: years of two digits below 50 are of this century.
  const whole = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`;
  return `${whole}-${two(month)}-${two(Number(day))}`;
}

function monthOf(name: string): number | undefined {
  const word = name.toLowerCase();
  if (word.startsWith('juil')) return 7;
  return months[word.slice(0, 3)];
}

function timeIn(text: string): { hours: number; minutes: number; seconds: number } {
  const found = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m)?/i.exec(text);
  const [hours = 0, minutes = 0, seconds = 0] = (found?.slice(1, 4) ?? []).map((part) =>
    Number(part ?? 0),
  );
  const half = found?.[4]?.toLowerCase()[0];
  const of24 = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  // A leap second; the clock here has none.
  return { hours: of24, minutes, seconds: Math.min(seconds, 59) };
}

/** Minutes east of UTC. */
function zoneIn(text: string): number {
  const offset = /([+-])\s?(\d{1,2}):?(\d{2})?\s*$/.exec(text.replace(/^.*?\d:\d\d/, ''));
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return offset[1] === '-' ? -minutes : minutes;
  }
  const name = /:\d\d(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*([a-z]{1,5})\s*$/i.exec(text)?.[1];
  return zones[name?.toLowerCase() ?? ''] ?? 0;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
