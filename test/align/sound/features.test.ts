import { expect, test } from 'vitest';
import { cepstra } from '../../../src/align/sound/cepstra.ts';
import { features, readFeatures } from '../../../src/align/sound/features.ts';

/** A recording whose cepstra are all the square of the frame's number. */
function squares(frames: number) {
  const values = Float32Array.from({ length: frames * cepstra }, (_, at) => {
    return Math.floor(at / cepstra) ** 2;
  });
  return { frames, cepstra: values, energies: new Float32Array(frames) };
}

function featuresAt(frames: number, frame: number) {
  const into = new Float32Array(features);
  readFeatures(squares(frames), frame, into);
  return [0, 1, 2].map((stream) => into[stream * cepstra + 5]);
}

test('a frame has its cepstra, their difference over four frames, and the difference of such', () => {
  // 12² − 8²; (13² − 9²) − (11² − 7²)
  expect(featuresAt(30, 10)).toEqual([100, 80, 16]);
});

test('beyond its ends the recording goes on as its first and last frame', () => {
  expect(featuresAt(30, 0)).toEqual([0, 4, 9 - 0 - (1 - 0)]);
  expect(featuresAt(30, 29)).toEqual([
    29 ** 2,
    29 ** 2 - 27 ** 2,
    29 ** 2 - 28 ** 2 - (29 ** 2 - 26 ** 2),
  ]);
  expect(featuresAt(1, 0)).toEqual([0, 0, 0]);
});
