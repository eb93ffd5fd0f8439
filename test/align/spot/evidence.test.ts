import { expect, test } from 'vitest';
import { framesPerStep, gatherEvidence, unit } from '../../../src/align/spot/evidence.ts';
import { madeModel } from '../model/made-model.ts';
import { madeScores } from '../model/made-scores.ts';

const phones = ['SIL', 'AA', 'B', 'D', 'EY', 'F', 'G', 'IY', 'K', 'L', 'M', '+NSN+'];
const model = madeModel(phones);

/** Three frames each of phones by name; in a blank nothing is heard. */
function gather(steps: string[], better: Record<string, number> = {}) {
  const frames = steps.flatMap((name) =>
    new Array<number>(framesPerStep).fill(phones.indexOf(name || 'SIL')),
  );
  const active = Uint8Array.from(
    steps.flatMap((name) => new Array(framesPerStep).fill(name ? 1 : 0)),
  );
  const favours = phones.map((name) => better[name] ?? 0);
  const evidence = gatherEvidence(model, madeScores(frames, { favours }), active, () => {});
  const of = (step: number, name: string) =>
    evidence.table[step * evidence.width + phones.indexOf(name) * 3 + 1]! * unit;
  return { ...evidence, of };
}

const spoken = ['K', 'L', 'AA', 'M', 'IY', 'D', 'B', 'EY', 'G', 'F'];

test('the phone that is heard stands out, and speaks against all others', () => {
  const { of, steps } = gather(spoken);
  expect(steps).toBe(spoken.length);
  for (const [step, name] of spoken.entries()) {
    expect(of(step, name)).toBeCloseTo(1, 0);
    const others = spoken.filter((other) => other !== name);
    for (const other of others) expect(of(step, other)).toBeLessThanOrEqual(0);
  }
});

test('silence is next to no evidence, for or against', () => {
  const { of, silent } = gather(['', ...spoken, '', '']);
  expect(Array.from(silent)).toEqual([1, ...spoken.map(() => 0), 1, 1]);
  for (const name of spoken) expect(Math.abs(of(0, name))).toBeLessThanOrEqual(unit);
});

test('neither silence nor a noise is evidence', () => {
  const { of } = gather(spoken);
  for (const step of spoken.keys()) {
    expect(of(step, 'SIL')).toBe(0);
    expect(of(step, '+NSN+')).toBe(0);
  }
});

test('a phone that scores well throughout is favoured less for it', () => {
  const { bias, of } = gather(spoken, { F: 6 });
  const { of: fair } = gather(spoken);
  expect(Array.from(bias).indexOf(Math.max(...bias))).toBe(phones.indexOf('F'));
  expect(of(0, 'K')).toBeGreaterThan(of(0, 'F'));
  expect(of(0, 'F')).toBeGreaterThanOrEqual(fair(0, 'F'));
});

test('how much louder one phone speaks than the others in a recording does not matter', () => {
  const [clear, muffled] = [12, 5].map((contrast) => {
    const frames = spoken.flatMap((name) => new Array<number>(3).fill(phones.indexOf(name)));
    const active = new Uint8Array(frames.length).fill(1);
    return gatherEvidence(model, madeScores(frames, { contrast }), active, () => {});
  });
  const apart = clear!.table.map((value, at) => Math.abs(value - muffled!.table[at]!));
  expect(Math.max(...apart)).toBeLessThanOrEqual(2);
});

test('a last step of fewer frames is a step', () => {
  const active = new Uint8Array(4).fill(1);
  const told: number[] = [];
  const { steps } = gatherEvidence(model, madeScores([1, 1, 1, 2]), active, (at) => told.push(at));
  expect(steps).toBe(2);
  expect(told).toEqual([0, 1]);
  expect(gatherEvidence(model, madeScores([]), new Uint8Array(), () => {}).steps).toBe(0);
});
