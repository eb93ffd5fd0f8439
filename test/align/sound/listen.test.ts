import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cepstra, frameLength, frameShift } from '../../../src/align/sound/cepstra.ts';
import { listen, nothing } from '../../../src/align/sound/listen.ts';
import { inBlocks, noise, sampleRate, tone } from './made-sound.ts';

const hear = (...sound: Int16Array[]) => listen(sound, sampleRate, 1, () => {});
const rowOf = (heard: Awaited<ReturnType<typeof hear>>, frame: number) =>
  Array.from(heard.cepstra.subarray(frame * cepstra, (frame + 1) * cepstra));

test('blocks of any length give the same frames', async () => {
  const sound = noise(3000);
  const whole = await hear(sound);
  const lengths = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 5 });
  const property = fc.asyncProperty(lengths, async (some) => {
    expect(await hear(...inBlocks(sound, [...some, 1]))).toEqual(whole);
  });
  await fc.assert(property, { numRuns: 8 });
});

test.each([
  [0, 0],
  [frameLength - 1, 0],
  [frameLength, 1],
  [frameLength + frameShift - 1, 1],
  [frameLength + frameShift, 2],
  [frameLength + 9 * frameShift, 10],
])('%i samples are %i frames', async (samples, frames) => {
  const heard = await hear(noise(samples));
  expect(heard.frames).toBe(frames);
  expect(heard.energies).toHaveLength(frames);
  expect(heard.cepstra).toHaveLength(frames * cepstra);
});

test('the same sound is described alike in every frame, whichever it is transformed with', async () => {
  // 100 Hz fits a whole number of times into 10 ms.
  const heard = await hear(tone(8000, 100));
  for (let frame = 2; frame < heard.frames; frame += 1) {
    for (const [n, value] of rowOf(heard, frame).entries()) {
      expect(value).toBeCloseTo(rowOf(heard, 1)[n]!, 3);
    }
  }
});

test('louder sound has another first cepstrum and energy, and the others as they were', async () => {
  const [soft, loud] = [await hear(noise(2000, 5, 2000)), await hear(noise(2000, 5, 20_000))];
  const [softly, loudly] = [rowOf(soft, 4), rowOf(loud, 4)];
  expect(loud.energies[4]! - soft.energies[4]!).toBeCloseTo(2 * Math.log(10), 1);
  expect(loudly[0]! - softly[0]!).toBeCloseTo(2 * Math.log(10) * 5, 0);
  for (let n = 1; n < cepstra; n += 1) expect(Math.abs(loudly[n]! - softly[n]!)).toBeLessThan(0.1);
});

test('digital silence is nothing, and the softest noise is more', async () => {
  const heard = await hear(new Int16Array(4000), noise(4000, 1, 2));
  expect(heard.energies[3]).toBeLessThan(nothing);
  expect(heard.energies.at(-1)).toBeGreaterThan(nothing);
  expect(heard.cepstra.every(Number.isFinite)).toBe(true);
});

test('how much was heard is told after every block', async () => {
  const told: number[] = [];
  const blocks = inBlocks(noise(1600), [400]);
  const { frames } = await listen(blocks, sampleRate, 1000, (count) => told.push(count));
  expect(told).toHaveLength(4);
  expect(told).toEqual(told.slice().sort((a, b) => a - b));
  expect(frames - told.at(-1)!).toBeLessThanOrEqual(1);
});

test('what goes wrong with the sound goes wrong with listening', async () => {
  async function* torn() {
    yield noise(500);
    throw new Error('torn');
  }
  await expect(listen(torn(), sampleRate, 10, () => {})).rejects.toThrow('torn');
});
