import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KillPoints, prepareKillPoints, type UploadName } from './kill-points.ts';

/** Another seed tries other points: `KILL_SEED=7 npx vitest run test/publish/kill`. All: `npm run test:long`. */
const seed = Number(process.env.KILL_SEED ?? 1);
let points: KillPoints;

beforeAll(async () => {
  points = await prepareKillPoints();
});
afterAll(() => points?.clear());

test.each<[UploadName, number]>([
  ['a new episode', 1],
  ['a new transcript', 1],
  ['a move', 1],
])(
  '%s comes out whole and the same, whichever moment the server is killed in',
  async (name, howMany) => {
    const { before, all } = await points.calls(name);
    expect(all).toBeGreaterThan(before + 10);
    for (const at of sample(before + 1, all, howMany)) await points.expectRecovery(name, at);
  },
  120_000,
);

/** Numbers from a range, one from each of as many parts of it, the same for the same seed. */
function sample(from: number, to: number, howMany: number): number[] {
  let state = seed * 2_654_435_761;
  return Array.from({ length: howMany }, (_, part) => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    const width = (to - from + 1) / howMany;
    return Math.floor(from + part * width + (state / 2_147_483_647) * width);
  });
}
