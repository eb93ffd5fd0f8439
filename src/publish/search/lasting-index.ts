import type { Layout } from '../../store/layout.ts';
import { deleteIndex, makeIndexFolder } from '../../store/search-index.ts';
import type { PublisherLog } from '../publisher.ts';
import { type SearchThread, searchInWorker, TaskError } from './in-worker.ts';

export interface IndexOrder {
  layout: Layout;
  /** Absolute path of the built `publish/search/worker.ts`. */
  workerFile: string;
  log: PublisherLog;
}

/** Breakdowns after which the index is kept in memory, and after which it is left alone. */
const mostOnDisk = 1;
const most = 5;

/**
 * The index in its thread, begun when it is first needed. One that cannot be used, be it damaged or in use by
 * another server, is made anew, and where that fails too it is kept in memory, where no disk can be at fault.
 * What is at fault about a task alone is told to whoever gave it.
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
    if (breakdowns > mostOnDisk) return searchInWorker(workerFile, ':memory:');
    try {
      if (breakdowns > 0) await deleteIndex(layout);
      await makeIndexFolder(layout);
      return searchInWorker(workerFile, layout.searchIndex);
    } catch (error) {
      breakdowns = mostOnDisk + 1;
      log.error({ err: error }, 'The search index cannot be kept on disk; it is kept in memory.');
      return searchInWorker(workerFile, ':memory:');
    }
  }
  function beginAnew(broken: Promise<SearchThread>, error: unknown): Promise<SearchThread> {
    // Another server's index is not ours to delete.
    const isInUse = /\blocked\b/.test(String(error));
    breakdowns = isInUse ? Math.max(breakdowns, mostOnDisk) + 1 : breakdowns + 1;
    const where = breakdowns > mostOnDisk ? 'in memory' : 'anew';
    log.error({ err: error }, `The search index could not be used; it is made ${where}.`);
    return broken.then((one) => one.close()).then(open);
  }

  return {
    async tell(task) {
      thread ??= open();
      const own = thread;
      try {
        return await (await own).tell(task);
      } catch (error) {
        if (closing || breakdowns >= most || !isIndexAtFault(error)) throw error;
        // Everybody who waited for it finds it broken, and the first of them makes it anew.
        if (thread === own) {
          thread = beginAnew(own, error);
          onAnew();
        }
        // It is told again when the index is compared.
        if (task.do === 'put') throw error;
        return (await thread).tell(task);
      }
    },
    async close() {
      closing = true;
      await (await thread)?.close();
    },
  };
}

/** Whether it was the file, the disk or the thread, as far as SQLite's messages tell. */
function isIndexAtFault(error: unknown): boolean {
  if (error instanceof TaskError) return false;
  return /could not be written|malformed|not a database|corrupt|disk|locked|readonly|read-only|full|unable to open|no such table|has ended|memory/i.test(
    String(error),
  );
}
