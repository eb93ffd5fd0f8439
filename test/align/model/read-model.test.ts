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
    const apart = (a: Float32Array, b: Float32Array) =>
      Math.max(...a.map((v, at) => v - b[at]!).map(Math.abs));
    expect(apart(read.means, model.means)).toBeLessThan(0.001);
    expect(apart(read.variances.map(Math.log), model.variances.map(Math.log))).toBeLessThan(0.001);
  });

  test('may have the same number everywhere', () => {
    const flat = { ...model, means: model.means.map(() => 7) };
    const { means } = readModel(brotliCompressSync(packModel(flat)));
    expect(new Set(means)).toEqual(new Set([7]));
  });
});

test('what is no model is a clear failure', () => {
  const whole = brotliCompressSync(packModel(madeModel(['SIL', 'A'])));
  expect(() => readModel(new Uint8Array())).toThrow();
  expect(() => readModel(Buffer.from('hardly a model'))).toThrow();
  expect(() => readModel(brotliCompressSync(Buffer.from('neither is this')))).toThrow();
  expect(() => readModel(whole.subarray(0, whole.length / 2))).toThrow();
});

describe('the model that we hear with', () => {
  const model = realModel();

  test('knows every phone and stays within its own tables', () => {
    expect(model.phones).toHaveLength(42);
    expect(model.phones[model.silence]).toBe('SIL');
    expect(model.phones).toEqual(expect.arrayContaining(['AA', 'ZH', '+NSN+']));
    const sequences = model.sequences.length / 3;
    expect(model.triphones).toHaveLength(4 * 42 ** 3);
    expect(model.triphones.every((sequence) => sequence < sequences)).toBe(true);
    expect(model.alone.every((sequence) => sequence < sequences)).toBe(true);
    expect(model.sequences.every((senone) => senone < model.senones)).toBe(true);
    expect(model.phoneOfSenone).toHaveLength(model.senones);
    expect(model.phoneOfSenone.every((phone) => phone < 42)).toBe(true);
    expect(model.variances.every((variance) => variance > 0)).toBe(true);
  });

  test('has senones of a phone for the phone, whatever stands beside it', () => {
    const { triphones, sequences, phoneOfSenone } = model;
    const strangers = triphones.filter((sequence, at) => {
      const phone = Math.floor(at / 42 ** 2) % 42;
      return [0, 1, 2].some((state) => phoneOfSenone[sequences[sequence * 3 + state]!] !== phone);
    });
    expect(strangers).toHaveLength(0);
  });

  test('has chances to stay and to go on that add up', () => {
    const { transitions } = model;
    expect(transitions).toHaveLength(42 * 6);
    for (let at = 0; at < transitions.length; at += 2) {
      expect(Math.exp(transitions[at]!) + Math.exp(transitions[at + 1]!)).toBeCloseTo(1, 5);
    }
  });
});

test('a weight step is what Sphinx counts in', () => {
  expect(Math.exp(weightStep)).toBeCloseTo(1.0001 ** -1024, 9);
});
