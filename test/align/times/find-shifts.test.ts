import { describe, expect, test } from 'vitest';
import { findShifts } from '../../../src/align/times/find-shifts.ts';
import { untimed } from '../../../src/episode/transcript.ts';
import { measured, spoken } from './made-times.ts';

/** Words a second from one another, given so much late, found so surely. */
function shifts(lates: number[], timed = true, confidence = 0.9) {
  const words = spoken(lates.map((late, at) => ({ ...untimed('word'), start: 100 + at + late })));
  return findShifts(
    words,
    lates.map((_, at) => measured(100 + at, 100.5 + at, confidence)),
    timed,
  );
}
const times = (count: number, late: number) => new Array<number>(count).fill(late);

describe('times of words or cues', () => {
  test('that agree with the sound are not shifted', () => {
    expect(shifts(times(20, 0.3))).toEqual([]);
  });

  test('that run late or ahead are told from the first to the last', () => {
    expect(shifts(times(20, 1.8))).toEqual([{ start: 101.8, end: 120.8, late: 1.8 }]);
    expect(shifts(times(20, -1.2))).toEqual([{ start: 98.8, end: 117.8, late: -1.2 }]);
  });

  test('that go wrong from somewhere on are told from there', () => {
    const [shift, ...others] = shifts([...times(20, 0), ...times(20, 2)]);
    expect(others).toEqual([]);
    expect(shift).toMatchObject({ late: 2, end: 141 });
    expect(Math.abs(shift!.start - 122)).toBeLessThanOrEqual(2);
  });

  test('that are off by one amount and then by another are two shifts', () => {
    const lates = shifts([...times(20, 1), ...times(20, 4)]).map(({ late }) => late);
    expect(lates).toEqual([1, 4]);
  });

  test('of one word misheard are none', () => {
    expect(shifts([...times(10, 0), 30, ...times(10, 0)])).toEqual([]);
  });
});

describe('marks now and then', () => {
  test('may be off by two seconds', () => {
    expect(shifts([1.9, -1.9, 0], false)).toEqual([]);
  });

  test('are judged one by one', () => {
    expect(shifts([0, 12, 0], false)).toEqual([{ start: 113, end: 113, late: 12 }]);
  });
});

test('nobody’s time is held against a doubtful one, or one that is not given', () => {
  expect(shifts(times(20, 5), true, 0.4)).toEqual([]);
  const words = spoken(times(20, 0).map(() => untimed('word')));
  expect(
    findShifts(
      words,
      words.map(() => measured(1, 2)),
      true,
    ),
  ).toEqual([]);
  expect(findShifts(spoken([{ ...untimed('a'), start: 9 }]), [null], true)).toEqual([]);
  expect(findShifts([], [], true)).toEqual([]);
});
