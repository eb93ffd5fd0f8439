import { below, oneOf, type Random } from './random.ts';

/**
 * Does to a file what editors, tools, networks and enemies do: bytes change, pieces go, come twice, come from
 * another file or are cut off, and marks of every format turn up where they should not.
 *
 * @param others files that pieces may come from
 */
export function mutate(
  file: Uint8Array,
  others: readonly Uint8Array[],
  random: Random,
): Uint8Array {
  let bytes = Buffer.from(file);
  for (let left = 1 + below(6, random); left > 0; left -= 1) {
    bytes = oneOf(ways, random)(bytes, others, random);
  }
  return bytes.subarray(0, longest);
}

const longest = 20_000;

type Way = (bytes: Buffer, others: readonly Uint8Array[], random: Random) => Buffer<ArrayBuffer>;

const ways: Way[] = [
  (bytes, _, random) => {
    const changed = Buffer.from(bytes);
    for (let left = 1 + below(4, random); left > 0 && changed.length > 0; left -= 1) {
      changed[below(changed.length, random)] = below(256, random);
    }
    return changed;
  },
  (bytes, _, random) => {
    const [from, to] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, _, random) => {
    const [from, to] = stretch(bytes, random);
    return insert(bytes, bytes.subarray(from, to), random);
  },
  (bytes, others, random) => {
    const other = Buffer.from(oneOf(others, random));
    const [from, to] = stretch(other, random);
    return insert(bytes, other.subarray(from, to), random);
  },
  (bytes, _, random) => Buffer.from(bytes.subarray(0, below(bytes.length + 1, random))),
  (bytes, _, random) => insert(bytes, Buffer.from(oneOf(marks, random)), random),
  (bytes, _, random) => insert(bytes, Buffer.from(oneOf(marks, random).repeat(50)), random),
  (bytes, _, random) => {
    const number = /\d+/g;
    const wanted = below(30, random);
    let seen = 0;
    const text = bytes
      .toString('latin1')
      .replace(number, (digits) => (seen++ === wanted ? oneOf(numbers, random) : digits));
    return Buffer.from(text, 'latin1');
  },
];

function stretch(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const from = below(bytes.length + 1, random);
  return [from, Math.min(bytes.length, from + 1 + below(120, random))];
}

function insert(bytes: Buffer, piece: Uint8Array, random: Random): Buffer<ArrayBuffer> {
  const at = below(bytes.length + 1, random);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

const numbers = [
  '0',
  '-1',
  '1e999',
  '99999999999999999999',
  '00',
  '60',
  '59.9999',
  'NaN',
  '1,5',
  '٣',
];

const marks = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\t',
    ' ',
    '\0',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\u202e',
  ],
  ...[
    '<',
    '>',
    '&',
    '&#0;',
    '&#x110000;',
    '&lt;script&gt;',
    '<script>alert(1)</script>',
    '<!--',
    '-->',
    ']]>',
  ],
  ...[
    '<v Ann>',
    '</v>',
    '<b>',
    '<p begin="1s">',
    '<cite>',
    '<span data-m="5">',
    '<![CDATA[',
    '<!DOCTYPE x [',
    '/>',
  ],
  ...[
    'WEBVTT',
    'NOTE',
    'STYLE',
    '00:00:01.000 --> 00:00:02.000',
    '00:01',
    '[00:12]',
    '\\[0:12\\]',
    '[99:99]',
  ],
  ...[
    'Ann:',
    '**Ann:**',
    '[Ann]',
    'Break:',
    '* * *',
    '---',
    '**',
    '_',
    '`',
    '[x](',
    '](y)',
    '> ',
    '# ',
    '\\',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\u0000',
    '\\ud800',
    'null',
    '{"__proto__":',
    '"start":',
    '"words":[',
  ],
];
