import { expect, test } from 'vitest';
import { tameText } from '../../../src/align/voice/tame-text.ts';

test('what is not to be spoken is a space, and all else stays in its place', () => {
  const tame = tameText('a<b>&[[c\u0000😀\ud800ž');
  expect(tame.join('')).toBe('a b    c   ž');
});

test('of endless texts and words the beginning is spoken', () => {
  expect(tameText('ha '.repeat(50_000))).toHaveLength(5_000);
  expect(tameText('ha'.repeat(50_000)).join('').trimEnd()).toHaveLength(100);
  expect(
    tameText(`${'a'.repeat(300)} b`)
      .join('')
      .trim()
      .split(/ +/)
      .at(-1),
  ).toBe('b');
});
