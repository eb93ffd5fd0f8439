import { expect, test } from 'vitest';
import { createMixer } from '../../src/media/mix-channels.ts';

const voice = Array.from({ length: 100 }, (_, at) => Math.round(9000 * Math.sin(at / 3)));

/** Left and right in turn. */
const frames = (right: (sample: number) => number) =>
  Int16Array.from(voice.flatMap((sample) => [sample, right(sample)]));

test('two channels that say the same are heard as loud as each of them', () => {
  expect([...createMixer()(frames((sample) => sample))]).toEqual(voice);
});

test('a voice in one channel alone is heard', () => {
  const mixed = createMixer()(frames(() => 0));
  expect([...mixed]).toEqual(voice.map((sample) => Math.trunc(sample / 2)));
});

test('a channel that is the other upside down does not cancel it', () => {
  const mix = createMixer();
  for (let block = 0; block < 3; block += 1) {
    expect([...mix(frames((sample) => -sample))]).toEqual(voice);
  }
});

test('the loudest samples do not overflow', () => {
  const loudest = Int16Array.from([32_767, -32_768, -32_768, 32_767]);
  expect([...createMixer()(loudest)]).toEqual([32_767, -32_767]);
});
