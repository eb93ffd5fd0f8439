import { AlongsideError, faultOfFiles } from '../episode/error.ts';
import { dropJob, type JobOrder } from '../store/jobs.ts';
import { deleteUploads } from '../store/uploads.ts';
import { carryOut, type Workshop } from './carry-out.ts';
import type { Job, JobQueue } from './queue.ts';

/** Accepted uploads on their way to being published. */
export interface Orders {
  enqueue(order: JobOrder): Job;
  /** The job that is publishing a recording with this SHA-256 right now. */
  publishing(sha256: string): Job | undefined;
  /** Begins an order anew that failed for a passing reason. */
  resume(sha256: string): Job | undefined;
  /** Slugs of episodes that an order is making, changing or leaving, or is to when it is resumed. */
  slugs(): string[];
  /** GUIDs of those episodes, with the slugs they will have. */
  guids(): { guid: string; slug: string }[];
}

/**
 * An order stays on disk until it is carried out or its files turn out to be at fault. One that failed for
 * a passing reason, such as a full disk, goes on when the same recording is uploaded again, or at the next
 * start.
 */
export function createOrders(queue: JobQueue, shop: Workshop): Orders {
  /** By the recording's SHA-256. */
  const running = new Map<string, JobOrder>();
  const kept = new Map<string, JobOrder>();

  const enqueue = (order: JobOrder): Job => {
    const { id, slug, moveTo, recording } = order;
    running.set(recording, order);
    return queue.add(id, moveTo ?? slug, async (onStep, signal) => {
      try {
        const outcome = await carryOut(order, shop, onStep, signal);
        // A second upload of the same recording may have arrived, and been refused, in the meantime.
        await deleteUploads(shop.layout, order);
        return outcome;
      } catch (error) {
        if (isHopeless(error)) await dropJob(shop.layout, id);
        else if (!signal.aborted) kept.set(recording, order);
        throw error;
      } finally {
        running.delete(recording);
      }
    });
  };
  return {
    enqueue,
    publishing(sha256) {
      const id = running.get(sha256)?.id;
      return id === undefined ? undefined : queue.job(id);
    },
    resume(sha256) {
      const order = kept.get(sha256);
      if (order === undefined) return undefined;
      kept.delete(sha256);
      return enqueue(order);
    },
    slugs: () =>
      [...running.values(), ...kept.values()].flatMap(({ slug, moveTo }) =>
        moveTo === null ? [slug] : [slug, moveTo],
      ),
    guids: () =>
      [...running.values(), ...kept.values()].map(({ slug, moveTo, decided }) => ({
        guid: decided.guid,
        slug: moveTo ?? slug,
      })),
  };
}

function isHopeless(error: unknown): boolean {
  return faultOfFiles(error) || (error instanceof AlongsideError && /^slug_/.test(error.code));
}
