import PQueue from 'p-queue';

/** Enough to keep Node's four file threads busy; what a reader asks for queues behind no more than these. */
const atOnce = 32;

/**
 * Does the same for each item, a few at a time, so that not each waits for the disk alone.
 *
 * @returns the results in the order of the items
 * @throws what the first failing one throws
 */
export async function severalAtOnce<T, R>(
  items: Iterable<T>,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const queue = new PQueue({ concurrency: atOnce });
  return queue.addAll(Array.from(items, (item) => () => work(item)));
}
