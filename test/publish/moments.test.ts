import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Moments, prepareMoments } from './moments.ts';

/** Another seed tries other moments: `MOMENT=7 npx vitest run test/publish/moments`. Fifty: `npm run test:long`. */
const seed = Number(process.env.MOMENT ?? 3);
let moments: Moments;

beforeAll(async () => {
  moments = await prepareMoments();
});
afterAll(() => moments?.clear());

test('whoever is killed at some moment, the same command run again finishes, and nothing is lost', async () => {
  await moments.expectSurvival(seed);
  expect.hasAssertions();
}, 180_000);
