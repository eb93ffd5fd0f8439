import { randomUUID } from 'node:crypto';
import { AlongsideError, describeError, faultOfFiles } from '../episode/error.ts';
import { publishFolder, type Workshop } from './carry-out.ts';
import type { PublisherLog } from './publisher.ts';
import { isCancelled, type Job, type JobQueue } from './queue.ts';

/** How long a failure that may pass, such as a full disk, keeps a folder from being tried again, ms. */
const passing = 5 * 60_000;

/**
 * Publishes folders by the queue.
 *
 * @param forget lets a folder be tried again although its files are the same
 */
export function createFolderJobs(
  queue: JobQueue,
  shop: Workshop,
  log: PublisherLog,
  forget: (slug: string) => void,
): (slug: string) => Job {
  const again = new Map<string, NodeJS.Timeout>();
  const waitNoMore = (slug: string) => {
    clearTimeout(again.get(slug));
    again.delete(slug);
  };
  const failed = (slug: string, error: unknown, signal: AbortSignal) => {
    // Cancelled by a person it stays as it is until a person wants it otherwise.
    if (isCancelled(signal)) return;
    if (!faultOfFiles(error)) again.set(slug, setTimeout(forget, passing, slug).unref());
    if (error instanceof AlongsideError && !signal.aborted) {
      const { code } = error;
      log.error({ slug, code }, `${slug} was not published. ${describeError(error)}`);
    }
  };
  return (slug) =>
    queue.add(
      randomUUID(),
      slug,
      async (onStep, signal) => {
        waitNoMore(slug);
        try {
          if (isCancelled(signal)) throw signal.reason;
          const outcome = await publishFolder(slug, shop, onStep, signal);
          // Only what failed waits for its files to change: what is lost again is made again.
          forget(slug);
          // Whoever put the folder there has no command that could tell them.
          for (const warning of outcome.report.warnings) log.info(`${slug}: ${warning}`);
          return outcome;
        } catch (error) {
          failed(slug, error, signal);
          throw error;
        }
      },
      { from: 'folder' },
    );
}
