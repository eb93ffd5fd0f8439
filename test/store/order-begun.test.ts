import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDecided } from '../../src/store/decided.ts';
import { type JobOrder, orderVersion, stagedFolder, stageJob } from '../../src/store/jobs.ts';
import { episodeFolder, type Layout, layoutOf } from '../../src/store/layout.ts';
import { hasBegun } from '../../src/store/order-begun.ts';

let layout: Layout;
beforeEach(async () => {
  layout = layoutOf(await mkdtemp(join(tmpdir(), 'alongside-begun-')));
  await mkdir(episodeFolder(layout, 'talk'));
  await writeFile(join(layout.root, 'notes.txt'), 'A: Hello.');
});
afterEach(() => rm(layout.root, { recursive: true, force: true }));

async function staged(change: Partial<JobOrder>): Promise<JobOrder> {
  const order: JobOrder = {
    ...{ version: orderVersion, id: 'an-order', slug: 'talk', isNew: false, moveTo: null },
    ...{ recording: '0'.repeat(64), staged: { transcript: 'transcript.txt' }, replaces: [] },
    ...{ uploads: [], decided: newDecided() },
    ...change,
  };
  await stageJob(layout, order, { transcript: join(layout.root, 'notes.txt') });
  return order;
}

test('an order has begun when the first of its files lies in its place', async () => {
  const order = await staged({});
  expect(await hasBegun(layout, order)).toBe(false);
  const from = join(stagedFolder(layout, order.id), 'transcript.txt');
  await rename(from, join(episodeFolder(layout, 'talk'), 'transcript.txt'));
  expect(await hasBegun(layout, order)).toBe(true);
});

test('a new episode has begun when its folder lies in its place', async () => {
  const order = await staged({ slug: 'new', isNew: true });
  expect(await hasBegun(layout, order)).toBe(false);
  await rename(stagedFolder(layout, order.id), episodeFolder(layout, 'new'));
  expect(await hasBegun(layout, order)).toBe(true);
});

test('an episode that moves has begun when its old folder is no more', async () => {
  const order = await staged({ staged: {}, moveTo: 'other' });
  expect(await hasBegun(layout, order)).toBe(false);
  await rename(episodeFolder(layout, 'talk'), episodeFolder(layout, 'other'));
  expect(await hasBegun(layout, order)).toBe(true);
});
