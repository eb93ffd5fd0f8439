import { expect, test } from 'vitest';
import { createPeakMeter } from '../../src/media/peaks.ts';

test('samples are counted and kept however the chunks are cut', () => {
  const sound = Buffer.alloc(4000);
  for (let at = 0; at < 2000; at += 1)
    sound.writeInt16LE(at % 2 === 0 ? -at * 10 : at * 10, at * 2);
  const whole = createPeakMeter();
  whole.take(sound);
  const pieces = createPeakMeter();
  for (let at = 0; at < sound.length; at += 7) pieces.take(sound.subarray(at, at + 7));
  expect(pieces.samples()).toBe(2000);
  expect(pieces.peaks()).toEqual(whole.peaks());
});

test('a long sound keeps its outline', () => {
  const meter = createPeakMeter();
  const block = Buffer.alloc(16_000);
  for (let second = 0; second < 600; second += 1) {
    for (let at = 0; at < 8000; at += 1) block.writeInt16LE(second * 50, at * 2);
    meter.take(block);
  }
  const peaks = meter.peaks();
  expect(meter.samples()).toBe(600 * 8000);
  expect(peaks).toHaveLength(1200);
  expect(peaks).toEqual([...peaks].sort((one, other) => one - other));
  expect(peaks.at(-1)).toBe(100);
  expect(peaks[600]).toBeCloseTo(100 * 0.5 ** 0.7, -1);
});

test('the lowest sample is a peak like the highest', () => {
  const meter = createPeakMeter();
  const block = Buffer.alloc(4);
  block.writeInt16LE(-32_768, 0);
  meter.take(block);
  expect(Math.max(...meter.peaks())).toBe(100);
});

test('noise below −60 dB of full scale is not blown up', () => {
  const meter = createPeakMeter();
  const block = Buffer.alloc(2000);
  for (let at = 0; at < 1000; at += 1) block.writeInt16LE(at % 20, at * 2);
  meter.take(block);
  expect(Math.max(...meter.peaks())).toBe(0);
});

test('no sound at all is a flat line', () => {
  expect(new Set(createPeakMeter().peaks())).toEqual(new Set([0]));
});
