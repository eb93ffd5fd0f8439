import { readdir } from 'node:fs/promises';
import { folderExists } from './given-files.ts';
import { type JobOrder, stagedFolder } from './jobs.ts';
import { episodeFolder, type Layout } from './layout.ts';
import { ifMissing } from './missing.ts';

/**
 * Whether an order's files have begun to take their places. From then on it can only be finished: without
 * the rest of its files the episode would be a mixture.
 */
export async function hasBegun(layout: Layout, order: JobOrder): Promise<boolean> {
  const staged = await readdir(stagedFolder(layout, order.id)).catch(ifMissing(null));
  if (staged === null) return true;
  if (Object.values(order.staged).some((name) => !staged.includes(name))) return true;
  return order.moveTo !== null && !(await folderExists(episodeFolder(layout, order.slug)));
}
