import { describeError } from '../episode/error.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Failures } from './failures.ts';
import type { Orders } from './orders.ts';
import type { PublisherLog } from './publisher.ts';
import type { JobQueue } from './queue.ts';

/**
 * Remembers why jobs failed, as long as something is left that could be tried again or mended: a folder, an
 * order, or the episode that was to be changed. Of all else nothing is left, and whoever sent it was told.
 */
export function noteFailures(
  queue: JobQueue,
  orders: Orders,
  catalogue: Catalogue,
  failures: Failures,
  log: PublisherLog,
) {
  queue.watch(({ id, slug, about, title, from, state, error }) => {
    if (state === 'done') for (const one of new Set([slug, about])) failures.clear(one);
    if (state !== 'failed' || error === null) return;
    // Of folders it is said where they are published.
    if (from !== 'folder' && error.code !== 'cancelled') {
      log.error({ slug: about, code: error.code }, `${about}: ${describeError(error)}`);
    }
    const changes = error.code !== 'cancelled' && catalogue.manifest(about) !== undefined;
    if (from === 'folder' || orders.isKept(id) || changes) {
      failures.set({ slug: about, title, job: id, from, error });
    }
  });
}
