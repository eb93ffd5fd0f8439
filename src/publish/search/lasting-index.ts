import { type SearchThread, searchInWorker } from '../../search/in-worker.ts';
import type { Layout } from '../../store/layout.ts';
import { deleteIndex, makeIndexFolder } from '../../store/search-index.ts';
import type { PublisherLog } from '../publisher.ts';

export interface IndexOrder {
  layout: Layout;
  /** Absolute path of the built `search/worker.ts`. */
  workerFile: string;
  log: PublisherLog;
}

/**
 * The index in its thread, begun when it is first needed. One that cannot be used, be it damaged or in use by
 * another server, is made anew, and where that fails too it is kept in memory, where no disk can be at fault.
 *
 * @param onAnew told that the index is empty again
 */
export function lastingIndex(
  { layout, workerFile, log }: IndexOrder,
  onAnew: () => void,
): SearchThread {
  let thread: Promise<SearchThread> | null = null;
  let breakdowns = 0;
  let closing = false;

  async function open(): Promise<SearchThread> {
    if (breakdowns > 1) return searchInWorker(workerFile, ':memory:');
    try {
      if (breakdowns > 0) await deleteIndex(layout);
      await makeIndexFolder(layout);
      return searchInWorker(workerFile, layout.searchIndex);
    } catch (error) {
      breakdowns = 2;
      log.error({ err: error }, 'The search index cannot be kept on disk; it is kept in memory.');
      return searchInWorker(workerFile, ':memory:');
    }
  }
  async function beginAnew(broken: SearchThread, error: unknown) {
    // Everybody who waited for it finds it broken, and one of them makes it anew.
    if ((await thread) !== broken) return;
    // Another server's index is not ours to delete.
    const isInUse = error instanceof Error && /\blocked\b/.test(error.message);
    breakdowns = isInUse ? 2 : breakdowns + 1;
    const where = breakdowns > 1 ? 'in memory' : 'anew';
    log.error({ err: error }, `The search index could not be used; it is made ${where}.`);
    thread = broken.close().then(open);
    onAnew();
  }

  return {
    async tell(task) {
      thread ??= open();
      const current = await thread;
      try {
        return await current.tell(task);
      } catch (error) {
        if (closing || breakdowns > 1) throw error;
        await beginAnew(current, error);
        return (await thread).tell(task);
      }
    },
    async close() {
      closing = true;
      await (await thread)?.close();
    },
  };
}
