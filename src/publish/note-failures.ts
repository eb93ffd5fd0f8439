import type { Catalogue } from '../store/catalogue.ts';
import type { Failures } from './failures.ts';
import type { Orders } from './orders.ts';
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
) {
  queue.watch(({ id, slug, about, title, from, state, error }) => {
    if (state === 'done') for (const one of new Set([slug, about])) failures.clear(one);
    if (state !== 'failed' || error === null) return;
    const changes = error.code !== 'cancelled' && catalogue.manifest(about) !== undefined;
    if (from === 'folder' || orders.isKept(id) || changes) {
      failures.set({ slug: about, title, job: id, from, error });
    }
  });
}
