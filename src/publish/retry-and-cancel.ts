import { AlongsideError } from '../episode/error.ts';
import { noEpisode } from '../episode/no-episode.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { brokeOff } from './broke-off.ts';
import type { Failures } from './failures.ts';
import type { Orders } from './orders.ts';
import type { Job, JobQueue } from './queue.ts';

export interface Desk {
  queue: JobQueue;
  orders: Orders;
  failures: Failures;
  catalogue: Catalogue;
  publishFolder(slug: string): Job;
}

/**
 * Begins anew what failed: an order that was kept, or a folder.
 *
 * @throws AlongsideError `episode_not_found`, `nothing_to_retry`
 */
export function retry(slug: string, desk: Desk): Job {
  const { queue, orders, failures, catalogue } = desk;
  if (queue.active().some((job) => job.slug === slug || job.about === slug)) {
    throw nothingToRetry(`“${slug}” is being published already.`, 'Wait until that is over.');
  }
  const resumed = orders.retry(slug);
  if (resumed !== undefined) return resumed;
  const failure = failures.get(slug);
  if (failure?.from === 'folder') return desk.publishFolder(slug);
  if (failure !== undefined) {
    throw nothingToRetry(
      `What was sent for “${slug}” cannot be used as it is, and was not kept.`,
      'Correct it and send it again.',
    );
  }
  const manifest = catalogue.manifest(slug);
  // Published all the same, but without the times that were to be found.
  if (manifest !== undefined && brokeOff(manifest)) return desk.publishFolder(slug);
  if (manifest !== undefined) {
    throw nothingToRetry(`Nothing has failed about “${slug}”.`, 'There is nothing to do.');
  }
  throw noEpisode(slug);
}

/**
 * Calls a job off. An order goes with its files, also one that failed and was kept; what was published
 * before stays as it is.
 *
 * @throws AlongsideError `job_not_found`, `nothing_to_cancel`
 */
export async function cancel(id: string, { queue, orders, failures }: Desk): Promise<Job> {
  const job = queue.job(id);
  if (job === undefined) {
    throw new AlongsideError('job_not_found', 'There is no such job.', {
      remedy: '/api/episodes lists what is being published.',
    });
  }
  if (orders.isKept(id) && (await orders.discard(id))) {
    failures.clear(job.about);
    return job;
  }
  if (orders.isKept(id)) throw halfInPlace(job.slug);
  if (job.state === 'done' || job.state === 'failed') {
    throw new AlongsideError('nothing_to_cancel', `“${job.slug}” is not being published.`, {
      remedy: 'It is over already; the status says how it ended.',
    });
  }
  if (await queue.cancel(id, cancelled(job))) return job;
  throw halfInPlace(job.slug);
}

function halfInPlace(slug: string): AlongsideError {
  return new AlongsideError('nothing_to_cancel', `“${slug}” is being put in its place.`, {
    remedy: 'It can only be finished now, so that its files belong together.',
  });
}

function cancelled({ slug, about, from }: Job): AlongsideError {
  return new AlongsideError('cancelled', `Publishing “${slug}” was cancelled.`, {
    remedy:
      from === 'folder'
        ? `\`npm run status -- --retry ${about}\` begins it again, and so does a change of its files.`
        : 'Nothing of it was published. Send it again if it is to be published after all.',
  });
}

function nothingToRetry(message: string, remedy: string): AlongsideError {
  return new AlongsideError('nothing_to_retry', message, { remedy });
}
