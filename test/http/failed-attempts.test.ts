import { beforeEach, expect, test } from 'vitest';
import { createFailedAttempts, type FailedAttempts } from '../../src/http/failed-attempts.ts';

let time: number;
let attempts: FailedAttempts;
beforeEach(() => {
  time = 1_000_000;
  attempts = createFailedAttempts(() => time);
});
const fail = (address: string, times: number) => {
  for (let i = 0; i < times; i += 1) attempts.note(address);
};

test('ten may fail in a minute, then one waits until the first is a minute old', () => {
  fail('192.0.2.1', 9);
  time += 20_000;
  fail('192.0.2.1', 1);
  expect(attempts.wait('192.0.2.1')).toBe(40);
  time += 39_999;
  expect(attempts.wait('192.0.2.1')).toBe(1);
  time += 1;
  expect(attempts.wait('192.0.2.1')).toBe(0);
});

test('each address counts for itself', () => {
  fail('192.0.2.1', 10);
  expect(attempts.wait('192.0.2.2')).toBe(0);
});

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:1:2:3', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['2001:db8::1', '2001:db8:0:0:5::', true],
  ['::1', '::2', true],
  ['::ffff:192.0.2.1', '192.0.2.1', true],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
])('%s and %s are one client: %s', (one, other, same) => {
  fail(one, 10);
  expect(attempts.wait(other) > 0).toBe(same);
});

test('a refusal is to be logged once a minute', () => {
  expect([attempts.note('192.0.2.1'), attempts.note('192.0.2.1')]).toEqual([true, false]);
  time += 60_000;
  expect(attempts.note('192.0.2.1')).toBe(true);
});

test('a clock that is set back shuts nobody out', () => {
  fail('192.0.2.1', 10);
  time -= 3_600_000;
  expect(attempts.wait('192.0.2.1')).toBe(0);
});
