import { below, oneOf, type Random } from './random.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Changes values of well-formed JSON, so that what is read is odd and still read. */
export function mutateJson(file: Uint8Array, random: Random): Uint8Array {
  const json: Json = JSON.parse(Buffer.from(file).toString('utf8'));
  for (let left = 1 + below(8, random); left > 0; left -= 1) changeSomewhere(json, random);
  return Buffer.from(JSON.stringify(json));
}

function changeSomewhere(json: Json, random: Random): void {
  const places = placesIn(json);
  if (places.length === 0) return;
  const [parent, key] = oneOf(places, random);
  const change = below(4, random);
  if (Array.isArray(parent)) {
    const at = Number(key);
    if (change === 0) parent.splice(at, 1);
    else if (change === 1) parent.splice(at, 0, structuredClone(oneOf(parent, random)));
    else if (change === 2) parent.reverse();
    else parent[at] = structuredClone(oneOf(oddities, random));
  } else if (change === 0) delete parent[key];
  else if (change === 1) parent[key] = [parent[key]!];
  else parent[key] = structuredClone(oneOf(oddities, random));
}

type Place = [parent: Json[] | { [key: string]: Json }, key: string];

function placesIn(json: Json): Place[] {
  const places: Place[] = [];
  const waiting: Json[] = [json];
  while (waiting.length > 0) {
    const value = waiting.pop()!;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      places.push([value as Place[0], key]);
      waiting.push(child);
    }
  }
  return places;
}

const oddities: Json[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    '',
    ' ',
    'word',
    '12.5',
    '1.300s',
    '-3',
    'NaN',
    '1e999',
  ],
  ...[
    '<script>alert(1)</script>',
    'a --> b',
    '\ud800',
    '\u0000',
    '\u2028',
    'Ann:',
    '[0:12]',
    'x '.repeat(200),
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    [1, 2],
    ['a', 1, 2],
    { start: 5 },
    { word: 'w', start: 1, end: 0 },
    { text: null },
  ],
];
