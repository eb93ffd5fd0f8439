import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packModel } from '../../../scripts/acoustic-model/pack-model.ts';
import { readModel, weightStep } from '../../../src/align/model/read-model.ts';
import { madeModel } from './made-model.ts';
import { realModel } from './real-model.ts';

describe('a model that was packed', () => {
  const model = madeModel(['SIL', 'A', 'BB', 'C']);
  const read = readModel(brotliCompressSync(packModel(model)));

  test('has its names, sizes and tables as they were', () => {
    const { means: _, variances: __, ...exact } = model;
    expect(read).toMatchObject(exact);
  });

  test('has means to a thousandth and variances to a thousandth of themselves', () => {
    for (const [at, mean] of model.means.entries()) {
      expect(Math.abs(read.means[at]! - mean)).toBeLessThan(0.001);
      expect(Math.abs(read.variances[at]! / model.variances[at]! - 1)).toBeLessThan(0.001);
    }
  });

  test('may have the same number everywhere', () => {
    const flat = { ...model, means: model.means.map(() => 7) };
    const { means } = readModel(brotliCompressSync(packModel(flat)));
    expect(new Set(means)).toEqual(new Set([7]));
  });
});

test('what is no model is a clear failure', () => {
  const half = packModel(madeModel(['SIL', 'A'])).subarray(0, 4000);
  expect(() => readModel(new Uint8Array())).toThrow();
  expect(() => readModel(Buffer.from('hardly a model'))).toThrow();
  expect(() => readModel(brotliCompressSync(Buffer.from('neither is this')))).toThrow();
  expect(() => readModel(brotliCompressSync(half))).toThrow();
});

test('the model knows every phone and stays within its own tables', () => {
  const model = realModel();
  expect(model.phones).toHaveLength(42);
  expect(model.phones[model.silence]).toBe('SIL');
  expect(model.phones).toEqual(expect.arrayContaining(['AA', 'ZH', '+NSN+']));
  expect(Math.max(...model.sequences.subarray(0, 60_000))).toBeLessThan(model.senones);
  const sequences = model.sequences.length / 3;
  expect(model.triphones.every((sequence) => sequence < sequences)).toBe(true);
  expect(model.triphones).toHaveLength(4 * 42 ** 3);
  expect(model.phoneOfSenone.every((phone) => phone < 42)).toBe(true);
  expect(model.variances.every((variance) => variance > 0)).toBe(true);
});

test('the chances to stay and to go on add up', () => {
  const { transitions } = realModel();
  for (let at = 0; at < transitions.length; at += 2) {
    expect(Math.exp(transitions[at]!) + Math.exp(transitions[at + 1]!)).toBeCloseTo(1, 5);
  }
});

test('a weight step is what Sphinx counts in', () => {
  expect(Math.exp(weightStep)).toBeCloseTo(1.0001 ** -1024, 9);
});
