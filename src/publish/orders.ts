import { AlongsideError, faultOfFiles } from '../episode/error.ts';
import { dropJob, type JobOrder } from '../store/jobs.ts';
import { hasBegun } from '../store/order-begun.ts';
import { deleteUploads } from '../store/uploads.ts';
import { carryOut, type Workshop } from './carry-out.ts';
import { isCancelled, isStop, type Job, type JobQueue, type Work } from './queue.ts';

/** Accepted uploads on their way to being published. */
export interface Orders {
  enqueue(order: JobOrder): Job;
  /** The job that is publishing a recording with this SHA-256 right now. */
  publishing(sha256: string): Job | undefined;
  /** Begins an order anew that failed for a passing reason. */
  resume(sha256: string): Job | undefined;
  /** The same, by the slug of the episode it makes or changes. */
  retry(slug: string): Job | undefined;
  /** Whether the order of this job failed and waits for being begun anew. */
  isKept(id: string): boolean;
  /** Gives up an order that failed, with its files; resolves with whether it was still possible. */
  discard(id: string): Promise<boolean>;
  /** Slugs of episodes that an order is making, changing or leaving, or is to when it is resumed. */
  slugs(): string[];
  /** GUIDs of those episodes, with the slugs they will have. */
  guids(): { guid: string; slug: string }[];
}

/**
 * An order stays on disk until it is carried out or cancelled, or its files turn out to be at fault. One
 * that failed for a passing reason, such as a full disk, goes on when someone asks for it, when the same
 * recording is uploaded again, or at the next start.
 */
export function createOrders(queue: JobQueue, shop: Workshop): Orders {
  /** By the recording's SHA-256. */
  const running = new Map<string, JobOrder>();
  const kept = new Map<string, JobOrder>();

  const enqueue = (order: JobOrder): Job => {
    const { id, slug, moveTo, recording, decided } = order;
    const title = decided.options.title?.value;
    running.set(recording, order);
    const about = {
      about: slug,
      title: typeof title === 'string' ? title : null,
      mayCancel: async () => !(await hasBegun(shop.layout, order)),
    };
    const work: Work = async (onStep, signal) => {
      try {
        if (isCancelled(signal)) throw signal.reason;
        const outcome = await carryOut(order, shop, onStep, signal);
        // A second upload of the same recording may have arrived, and been refused, in the meantime.
        await deleteUploads(shop.layout, order);
        return outcome;
      } catch (error) {
        const dropped = isHopeless(error) || (isCancelled(signal) && isStop(error));
        if (dropped) await dropJob(shop.layout, id);
        else if (!signal.aborted || isCancelled(signal)) kept.set(recording, order);
        throw error;
      } finally {
        running.delete(recording);
      }
    };
    return queue.add(id, moveTo ?? slug, work, about);
  };
  const resume = (sha256: string) => {
    const order = kept.get(sha256);
    if (order === undefined) return undefined;
    kept.delete(sha256);
    return enqueue(order);
  };
  return {
    enqueue,
    publishing(sha256) {
      const id = running.get(sha256)?.id;
      return id === undefined ? undefined : queue.job(id);
    },
    resume,
    retry(slug) {
      const order = [...kept.values()].find((one) => one.slug === slug || one.moveTo === slug);
      return order && resume(order.recording);
    },
    isKept: (id) => [...kept.values()].some((order) => order.id === id),
    async discard(id) {
      const order = [...kept.values()].find((one) => one.id === id);
      if (order === undefined || (await hasBegun(shop.layout, order))) return false;
      // It may have been begun anew while we looked.
      if (kept.get(order.recording) !== order) return false;
      kept.delete(order.recording);
      await dropJob(shop.layout, id);
      return true;
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
