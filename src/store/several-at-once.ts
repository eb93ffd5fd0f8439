import PQueue from 'p-queue';

/** More would only fill Node's four file threads, and what a reader asks for would queue behind them. */
const atOnce = 8;

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
