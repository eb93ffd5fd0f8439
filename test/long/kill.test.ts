import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  type KillPoints,
  prepareKillPoints,
  type UploadName,
  uploads,
} from '../publish/kill-points.ts';

let points: KillPoints;
beforeAll(async () => {
  points = await prepareKillPoints();
});
afterAll(() => points?.clear());

describe.each(Object.keys(uploads) as UploadName[])('%s', (name) => {
  test('comes out whole and the same, killed at any call that changes files', async () => {
    const { before, all } = await points.calls(name);
    const waiting = Array.from({ length: all - before }, (_, at) => before + 1 + at);
    // Two at a time: half of it is waiting.
    const work = async () => {
      for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
        await points.expectRecovery(name, at);
      }
    };
    await Promise.all([work(), work()]);
  });
});
