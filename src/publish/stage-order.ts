import { join } from 'node:path';
import { type JobOrder, type Part, stageJob } from '../store/jobs.ts';
import type { Layout } from '../store/layout.ts';
import { asWriteError, makeFolder } from '../store/write-file.ts';

/**
 * Writes an order with its files; from then on it is accepted.
 *
 * @param files where each part lies now
 * @param copied parts whose files stay where they are as well
 * @throws AlongsideError `disk_full`, `folder_read_only`
 */
export async function stageOrder(
  layout: Layout,
  order: JobOrder,
  files: Partial<Record<Part, string>>,
  copied: readonly Part[],
) {
  const folder = join(layout.jobs, order.id);
  try {
    // One level at a time: making several at once, Node says of a read-only disk that nothing is there.
    await makeFolder(layout.jobs);
    await makeFolder(folder);
    await stageJob(layout, order, files, copied);
  } catch (error) {
    throw asWriteError(error, folder);
  }
}
