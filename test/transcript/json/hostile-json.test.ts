import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AlongsideError } from '../../../src/episode/error.ts';
import { type Word, wordsOf } from '../../../src/episode/transcript.ts';
import { readTranscript } from '../../../src/transcript/read.ts';
import { writeTranscript } from '../../../src/transcript/write.ts';

const golden = join(import.meta.dirname, '..', 'golden', 'json');
const samples = readdirSync(golden)
  .filter((name) => name.endsWith('.json') && name !== 'vosk-lines.json')
  .map((name) => JSON.parse(readFileSync(join(golden, name), 'utf8')) as unknown);

const nonsense = fc.constantFrom<unknown>(
  ...[null, true, -1, 0, 1e300, 12.5, '', '7', '-3', 'NaN', 'UU', ' x\u0000 y ', '\uD800', 'A / B'],
  ...[[], [[]], [null], {}, { a: 1 }, { seconds: 'x' }, 'PT5S', '00:00:01.5', '<b>', [['x', 1, 0]]],
  JSON.parse('{"__proto__": {"text": "x"}, "constructor": 1}'),
);

test('a file with anything in the wrong place is read, or refused with one of our errors', () => {
  const change = fc.record({ at: fc.nat(400), value: nonsense });
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      (sample, changes) => {
        const value = structuredClone(sample);
        for (const each of changes) put(value, each.at, each.value);
        check(JSON.stringify(value));
      },
    ),
    { seed: 1969, numRuns: 1500 },
  );
});

test('nesting of any depth is refused, not fallen over', () => {
  const deep = 200_000;
  for (const text of [
    `${'['.repeat(deep)}${']'.repeat(deep)}`,
    `${'{"result":'.repeat(deep)}1${'}'.repeat(deep)}`,
    `{"segments":[{"body":"a","speaker":${'['.repeat(deep)}${']'.repeat(deep)}}]}`,
    `{"fragments":[${'{"lines":["a"],"children":['.repeat(deep)}${']}'.repeat(deep)}]}`,
    '{"segments":['.repeat(deep),
  ]) {
    check(text);
  }
});

test('what goes wrong in every segment is said once', () => {
  const segments = Array.from({ length: 5000 }, (_, at) => ({
    ...{ start: at, end: at - 1, text: 'well yes', speaker: null },
    words: [
      { word: 'well', start: -1, end: 'soon' },
      { word: 'no', start: at, end: at - 1 },
    ],
  }));
  const { problems } = read(JSON.stringify({ segments }));
  expect(problems.length).toBeLessThan(6);
  expect(problems.map(({ message }) => message)).toContain(
    'Segment 1 has a time that cannot be used; it is left out. The same goes for 10001 more.',
  );
});

test.each([
  ['words in order', (at: number) => at / 4],
  ['words from last to first', (at: number) => 9_000_000 - at],
  ['words at random', (at: number) => (at * 7919) % 100_003],
  ['words all at once', () => 5],
])('time is linear: %s', (_, start) => {
  const words = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      text: `w${at % 97}`,
      start: start(at),
      end: null,
    }));
  const text = (count: number) =>
    JSON.stringify({ segments: [{ start: 0, end: 1, text: 'one', words: words(count) }] });
  const [few, many] = [10_000, 80_000].map((count) => timed(text(count)));
  expect(many! / Math.max(few!, 25)).toBeLessThan(32);
});

function timed(text: string): number {
  const from = performance.now();
  read(text);
  return performance.now() - from;
}

/** Puts a value at one of the places in a structure, counted from the top. */
function put(root: unknown, at: number, value: unknown): void {
  const places: [object, string][] = [];
  const waiting = [root];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, child] of Object.entries(next)) {
      places.push([next, key]);
      waiting.push(child);
    }
  }
  const [owner, key] = places[at % places.length] ?? [{}, ''];
  Object.assign(owner, { [key]: structuredClone(value) });
}

function check(text: string): void {
  try {
    const { transcript } = read(text);
    for (const form of ['vtt', 'json', 'txt'] as const) writeTranscript(transcript, form);
    // Asked of each word, `expect` would take longer than all the rest.
    expect([...wordsOf(transcript)].filter((word) => !isWord(word))).toEqual([]);
  } catch (error) {
    if (!(error instanceof AlongsideError)) throw error;
  }
}

function isWord({ text, start, end, confidence }: Word): boolean {
  const from = start ?? 0;
  const sure = confidence ?? 0.5;
  return (
    /^[^\s\p{Cc}\p{Cs}]+$/u.test(text) &&
    from >= 0 &&
    (end ?? 1e9) >= from &&
    sure >= 0 &&
    sure <= 1
  );
}

function read(text: string): ReturnType<typeof readTranscript> {
  return readTranscript(new TextEncoder().encode(text), 'x.json');
}
