import { expect, test } from 'vitest';
import { placeUnits } from '../../../src/align/spot/place-units.ts';

/** Units of 20 steps each, of which these were found, `[unit, start, end, score]`, in 400 steps. */
function place(units: number, ...found: [number, number, number, number][]) {
  const hits = found.map(([unit, start, end, score]) => ({ unit, start, end, score }));
  const lengths = new Array<number>(units).fill(20);
  const chances = new Array<number>(units).fill(0);
  const search = { hits, lengths, chances, activeBefore: new Float32Array(401) };
  return placeUnits({ hits, total: 0 }, search, 400).map(
    ({ unit, how, start, end }) => `${unit} ${how} ${start}-${end}`,
  );
}

test('what is worth as much as is usual is sure, what is worth less is found', () => {
  expect(place(3, [0, 0, 20, 20], [1, 20, 40, 10], [2, 40, 60, 20])).toEqual([
    '0 sure 0-20',
    '1 found 20-40',
    '2 sure 40-60',
  ]);
});

test('a unit that is found hardly is not believed, and likely where there is room', () => {
  expect(place(3, [0, 0, 20, 20], [1, 70, 90, 5], [2, 100, 120, 20])).toEqual([
    '0 sure 0-20',
    '1 likely 20-100',
    '2 sure 100-120',
  ]);
});

test('units that were not found share the room between their neighbours', () => {
  expect(place(4, [0, 0, 20, 20], [3, 60, 80, 20])).toEqual([
    '0 sure 0-20',
    '1 likely 20-60',
    '2 likely 20-60',
    '3 sure 60-80',
  ]);
});

test('where there is no room a unit is absent', () => {
  expect(place(3, [0, 0, 20, 20], [2, 31, 51, 20])).toEqual(['0 sure 0-20', '2 sure 31-51']);
  expect(place(3, [0, 0, 20, 20], [2, 32, 52, 20])).toHaveLength(3);
  expect(place(3, [0, 0, 20, 20], [2, 19, 39, 20])).toHaveLength(2);
});

test('at either end of the recording units are looked for within reach', () => {
  expect(place(3, [1, 200, 220, 20])).toEqual([
    '0 likely 144-200',
    '1 sure 200-220',
    '2 likely 220-276',
  ]);
  expect(place(3, [1, 5, 25, 20])).toEqual(['1 sure 5-25', '2 likely 25-81']);
});

test('what a unit reaches by chance is no proof of it', () => {
  const hits = [
    { unit: 0, start: 0, end: 20, score: 20 },
    { unit: 1, start: 20, end: 40, score: 20 },
    { unit: 2, start: 40, end: 60, score: 20 },
  ];
  const search = {
    hits,
    lengths: [20, 20, 20],
    chances: [0, 30, 0],
    activeBefore: new Float32Array(),
  };
  const placed = placeUnits({ hits, total: 0 }, search, 400);
  expect(placed.map(({ how }) => how)).toEqual(['sure', 'likely', 'sure']);
});

test('where no unit was found none is placed far from the beginning', () => {
  expect(place(2)).toEqual(['0 likely 0-92', '1 likely 0-92']);
  expect(place(0)).toEqual([]);
});
