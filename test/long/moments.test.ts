import { afterAll, beforeAll, test } from 'vitest';
import { type Moments, prepareMoments } from '../publish/moments.ts';

const howMany = 50;
let moments: Moments;
beforeAll(async () => {
  moments = await prepareMoments();
});
afterAll(() => moments?.clear());

test.each(Array.from({ length: howMany }, (_, at) => at + 1))(
  'nothing is lost at moment %i',
  (seed) => moments.expectSurvival(seed),
);
