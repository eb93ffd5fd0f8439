import { toCardinal, toOrdinal } from 'n2words/en-US';
import { distinct } from './combine.ts';

/** More digits than this are said one by one. */
const longestNumber = 12;

/** More than anyone says one by one. */
const mostDigits = 40;

/**
 * How a whole number is said in English: `1300` is one thousand three hundred or thirteen hundred, `2015`
 * twenty fifteen or two thousand fifteen, `404` four hundred four or four o. four.
 *
 * @param digits without separators
 * @param grouped whether it was written with separators (`1,300`), so that it is no year
 */
export function sayWhole(digits: string, grouped = false): string[][] {
  const size = digits.length;
  if (size > longestNumber) return sayDigits(digits);
  if (size > 1 && digits.startsWith('0')) return [...sayDigits(digits), cardinal(digits)];
  const ways = [cardinal(digits), cardinal(digits, true)];
  const isYear = size === 4 && !grouped && digits >= '1100' && digits < '2100';
  const paired = size === 3 || size === 4 ? inPairs(digits) : [];
  // Years from 2000 to 2009 are said as numbers.
  if (isYear && digits.slice(0, 3) !== '200') ways.unshift(...paired);
  else ways.push(...paired);
  if (size > 2 && !isYear && !grouped && !digits.endsWith('00')) ways.push(...sayDigits(digits));
  // A thousand, a hundred: one is often not said.
  if (ways[0]?.[0] === 'one' && size > 2) ways.push(['a', ...ways[0].slice(1)]);
  return distinct(ways);
}

/** `3.5` as three point five, `1.1.0` as one point one point o.; the point may be a dot, or nothing at all. */
export function sayDecimal(written: string): string[][] {
  const [whole = '', ...rest] = written.split('.');
  const before = whole === '' ? [] : (sayWhole(whole, true)[0] ?? []);
  const said = (point: string[], ways: (digits: string) => string[]) => [
    ...before,
    ...rest.flatMap((digits) => [...point, ...ways(digits)]),
  ];
  const singly = (digits: string) => sayDigits(digits)[0] ?? [];
  const jointly = (digits: string) =>
    /^0|^\d{3}/.test(digits) ? singly(digits) : cardinal(digits);
  const ways = [said(['point'], singly), said(['point'], jointly), said(['dot'], singly)];
  if (whole === '0') ways.push(ways[0]!.slice(1));
  return distinct([...ways, said([], jointly), said(['point'], (digits) => named(digits, 'zero'))]);
}

/** `1st`, `22nd`: first, twenty second. */
export function sayOrdinal(digits: string): string[][] {
  if (digits.length > longestNumber || /^0*$/.test(digits)) return sayDigits(digits);
  return [plain(toOrdinal(BigInt(digits)))];
}

/** `1980s`, `80s`: nineteen eighties, eighties. */
export function sayDecade(digits: string): string[][] {
  const ways = sayWhole(digits).slice(0, 3);
  return distinct(ways.map((words) => words.with(-1, plural(words.at(-1)!))));
}

/** One after another, nought as o. or zero. */
export function sayDigits(digits: string): string[][] {
  const few = digits.slice(0, mostDigits);
  return distinct([named(few, few.length > 1 ? 'o.' : 'zero'), named(few, 'zero')]);
}

function named(digits: string, nought: string): string[] {
  return Array.from(digits, (digit) => (digit === '0' ? nought : cardinal(digit)[0]!));
}

function cardinal(digits: string, and = false): string[] {
  if (digits.length > longestNumber) return sayDigits(digits)[0]!;
  return plain(toCardinal(BigInt(digits), { and }));
}

/**
 * Two digits at a time from the right, or by hundreds: twenty fifteen, nineteen o. five, nine eleven, thirteen
 * hundred. Not twenty hundred, nor nine hundred, which is a number already.
 */
function inPairs(digits: string): string[][] {
  const [first, last] = [digits.slice(0, -2), digits.slice(-2)];
  const hundred = first.length === 2 && !first.endsWith('0');
  if (last === '00') return hundred ? [[...cardinal(first), 'hundred']] : [];
  const pair = [...cardinal(first), ...(last.startsWith('0') ? ['o.'] : []), ...cardinal(last)];
  if (!hundred) return [pair];
  return [pair, [...cardinal(first), 'hundred', ...cardinal(last)]];
}

function plural(word: string): string {
  if (word.endsWith('y')) return `${word.slice(0, -1)}ies`;
  return word === 'six' ? 'sixes' : `${word}s`;
}

function plain(words: string): string[] {
  return words.split(/[ -]/);
}
