import { expect, test } from 'vitest';
import { createRandom, shuffledOrder } from '../../../src/align/spot/random.ts';

test('chance is the same for the same seed, and lies between 0 and 1', () => {
  const [one, same, other] = [createRandom(1), createRandom(1), createRandom(2)];
  const values = Array.from({ length: 1000 }, one);
  expect(Array.from({ length: 1000 }, same)).toEqual(values);
  expect(Array.from({ length: 1000 }, other)).not.toEqual(values);
  expect(values.every((value) => value > 0 && value < 1)).toBe(true);
  expect(values.reduce((sum, value) => sum + value, 0) / 1000).toBeCloseTo(0.5, 1);
});

test('an order has every number once', () => {
  const order = shuffledOrder(50, createRandom(6));
  expect(order).not.toEqual(order.slice().sort((a, b) => a - b));
  expect(order.slice().sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at));
  expect(shuffledOrder(0, createRandom(1))).toEqual([]);
});
