import { combine, distinct } from './combine.ts';
import { spell } from './say-letters.ts';
import { sayDecade, sayDecimal, sayDigits, sayOrdinal, sayWhole } from './say-number.ts';
import { currencyNames, multipleName, unitNames } from './units.ts';

/**
 * How a figure is said in English: a number with what stands before and after it (`$5`, `6PB`, `50%`,
 * `1st`, `1980s`), a time of day, a range, a score, a fraction.
 *
 * @param written without the punctuation around it
 * @returns none where it is no figure
 */
export function sayFigure(written: string): string[][] {
  // Most words have no digits.
  if (!/\d/.test(written)) return [];
  return first(written, [
    sayNumber,
    saySigned,
    sayMoney,
    sayCounted,
    sayTime,
    sayFraction,
    saySeveral,
  ]);
}

/** A number alone: `1300`, `1,300`, `3.5`, `1.1.0`. */
export function sayNumber(written: string): string[][] {
  if (/^\d+$/.test(written)) return sayWhole(written);
  if (/^\d{1,3}(,\d{3})+$/.test(written)) return sayWhole(written.replaceAll(',', ''), true);
  if (/^[\d,]*(\.\d+)+$/.test(written)) return sayDecimal(written.replaceAll(',', ''));
  return [];
}

const signs: Record<string, string[][]> = {
  '-': [['minus'], ['negative'], []],
  '−': [['minus'], ['negative'], []],
  '+': [['plus'], []],
  '~': [['about'], ['around'], ['approximately'], []],
  '±': [
    ['plus', 'or', 'minus'],
    ['plus', 'minus'],
  ],
  '<': [['less', 'than'], ['under']],
  '>': [['more', 'than'], ['greater', 'than'], ['over']],
  '#': [['number'], ['hashtag'], []],
};

function saySigned(written: string): string[][] {
  const sign = written[0]!;
  if (!Object.hasOwn(signs, sign)) return [];
  const rest = sayFigure(written.slice(1));
  return rest.length === 0 ? [] : combine([signs[sign]!, rest]);
}

/** `$5`, `US$1.2bn`, `£3.50`, `5€`. In `$5 million` the dollars come later, so they may be left out. */
function sayMoney(written: string): string[][] {
  const before = /^(?:US|AU?|CA?|NZ|HK)?([$€£¥₹])([\d.,]*\d)([a-z]{0,2})$/i.exec(written);
  const after = /^([\d.,]*\d)([$€£¥₹¢])$/.exec(written);
  if (!before && !after) return [];
  const [sign, amount, scale] = before
    ? [before[1]!, before[2]!, before[3]!]
    : [after![2]!, after![1]!, ''];
  const times = multipleName(scale);
  if (scale !== '' && times.length === 0) return [];
  const { unit, part } = currencyNames(sign, amount === '1' && scale === '');
  const coins = /^([\d,]+)\.(\d\d)$/.exec(amount);
  if (coins && scale === '') {
    const [units, rest] = [sayNumber(coins[1]!)[0] ?? [], sayWhole(coins[2]!)[0] ?? []];
    return distinct([
      [...units, unit, 'and', ...rest, part],
      [...units, ...rest],
      [...units, unit, ...rest],
    ]);
  }
  return combine([sayNumber(amount), [times], [[unit], []]]);
}

/** `6PB`, `50%`, `1st`, `1980s`, `90's`. */
function sayCounted(written: string): string[][] {
  const [, amount, unit] = /^([\d.,]*\d)(\D+)$/.exec(written) ?? [];
  if (amount === undefined || unit === undefined) return [];
  const plain = /^\d[\d,]*$/.test(amount) ? amount.replaceAll(',', '') : null;
  if (plain && /^(st|nd|rd|th)$/i.test(unit)) return sayOrdinal(plain);
  if (plain && /^'?s$/.test(unit) && (unit !== 's' || plain.endsWith('0'))) {
    return sayDecade(plain);
  }
  if (/^[ap]m$/i.test(unit)) return combine([sayNumber(amount), [spell(unit)]]);
  const names = unitNames(unit, amount === '1');
  if (names.length === 0) return [];
  return combine([sayNumber(amount), /^[a-z]+$/i.test(unit) ? [...names, spell(unit)] : names]);
}

/** `2:30`, `10:00`, `2:30pm`, `1:02:45`. */
function sayTime(written: string): string[][] {
  const found = /^(\d{1,2}):(\d\d)(?::(\d\d))?([ap])?\.?(m)?$/i.exec(written);
  if (!found) return [];
  const [, hour = '', minute = '', second] = found;
  const half = found[4] && found[5] ? [spell(found[4] + found[5])] : [];
  const full = minute === '00' && second === undefined;
  const past = full ? [half.length > 0 ? [] : ["o'clock"], ['hundred'], []] : sayTwo(minute);
  return combine([sayWhole(hour.replace(/^0(?=.)/, '')), past, second ? sayTwo(second) : [], half]);
}

function sayTwo(digits: string): string[][] {
  return digits.startsWith('0') ? sayDigits(digits) : sayWhole(digits);
}

/** `1/2`, `3/4`, `2 1/2` written as `2+1/2`; other than that, what is said of two numbers and a stroke. */
function sayFraction(written: string): string[][] {
  const [, whole, above, below] = /^(?:(\d+)\+)?(\d{1,3})\/(\d{1,4})$/.exec(written) ?? [];
  if (above === undefined || below === undefined) return [];
  const parts =
    below === '2' ? 'half' : below === '4' ? 'quarter' : (sayOrdinal(below)[0] ?? []).join(' ');
  const several = above === '1' ? parts : `${parts === 'half' ? 'halve' : parts}s`;
  const fraction = [...sayWhole(above)[0]!, ...several.split(' ')];
  if (whole !== undefined) {
    const part =
      above === '1'
        ? [
            ['and', 'a', parts],
            ['and', ...fraction],
          ]
        : [['and', ...fraction]];
    return combine([sayWhole(whole), part]);
  }
  const [top, bottom] = [sayWhole(above)[0]!, sayWhole(below)[0]!];
  // Nine elevenths would be the eleventh of September.
  const proper = Number(above) < Number(below) && (Number(below) <= 10 || below === '16');
  const plainly = [top, bottom].flat();
  const ways = [
    [...top, 'out', 'of', ...bottom],
    [...top, 'slash', ...bottom],
    [...top, 'over', ...bottom],
  ];
  if (!proper) return distinct([plainly, ...ways]);
  const one = above === '1' ? [['a', parts]] : [];
  return distinct([fraction, ...one, plainly, ...ways]);
}

const telephone = /^(?:\d{3}[-–])?\d{3}[-–]\d{4}$/;

/** `10-15`, `2015–16`, `12/25/2015`, `555-1234`, `1920x1080`: two numbers or more with a sign between. */
function saySeveral(written: string): string[][] {
  if (telephone.test(written)) return sayDigits(written.replace(/\D/g, ''));
  const pieces = written.split(/([-–—/:x×])/);
  if (pieces.length < 3 || pieces.length > 13) return [];
  const parts: string[][][] = [];
  for (const [at, piece] of pieces.entries()) {
    if (at % 2 === 1) {
      parts.push(between(piece, pieces.length));
      continue;
    }
    const number = /^[-–—/:x×]/.test(piece) ? [] : first(piece, [sayNumber, sayMoney, sayCounted]);
    if (number.length === 0) return [];
    parts.push(number);
  }
  return combine(parts);
}

function between(sign: string, pieces: number): string[][] {
  if (sign === 'x' || sign === '×') return [['by'], ['times'], ['x.']];
  if (pieces > 3 || sign === '/' || sign === ':') return [[], ['slash']];
  return [['to'], [], ['dash']];
}

/** What the first of them has to say that has anything. */
function first(written: string, sayers: ((written: string) => string[][])[]): string[][] {
  for (const say of sayers) {
    const ways = say(written);
    if (ways.length > 0) return ways;
  }
  return [];
}
