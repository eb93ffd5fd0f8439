import { AlongsideError, partAtFault } from '../episode/error.ts';
import { dropJob, isAbout, type JobOrder } from '../store/jobs.ts';
import { hasBegun } from '../store/order-begun.ts';
import { deleteUploads } from '../store/uploads.ts';
import { carryOut, type Workshop } from './carry-out.ts';
import { isCancelled, isStop, type Job, type JobQueue, type Work } from './queue.ts';

/** Accepted uploads on their way to being published. */
export interface Orders {
  enqueue(order: JobOrder): Job;
  /** The job that is publishing a recording with this SHA-256 right now. */
  publishing(sha256: string): Job | undefined;
  /** Begins an order anew that failed for a passing reason, by its recording. */
  resume(sha256: string): Job | undefined;
  /** The same, by the slug of the episode it makes or changes. */
  retry(slug: string): Job | undefined;
  /** The job of an order that asks for exactly this; one that failed is begun anew. */
  again(asked: string): Job | undefined;
  /** Whether the order of this job failed and waits for being begun anew. */
  isKept(id: string): boolean;
  /** Orders that failed and wait. */
  unfinished(): JobOrder[];
  /** Gives up an order that failed, with its files; resolves with whether it was still possible. */
  discard(id: string): Promise<boolean>;
  /** Forgets an order that failed, since another one has taken its place. */
  supersede(id: string): Promise<void>;
  /** Slugs of episodes that an order is making, changing or leaving. */
  running(): string[];
  /** Those, and the ones of orders that wait for being begun anew. */
  slugs(): string[];
  /** GUIDs of all of them, with the slugs they will have. */
  guids(): { guid: string; slug: string }[];
}

/** How long an order that failed waits before it is tried again, ms: longer each time, up to the last. */
const waits = [30_000, 60_000, 120_000, 300_000, 600_000];

/**
 * An order stays on disk until it is carried out or cancelled, or its own files turn out to be at fault. One
 * that failed for a passing reason, such as a full disk, goes on by itself after a while, when someone asks
 * for it or sends the same again, or at the next start.
 */
export function createOrders(queue: JobQueue, shop: Workshop): Orders {
  const running = new Map<string, JobOrder>();
  const kept = new Map<string, { order: JobOrder; timer: NodeJS.Timeout }>();
  const failures = new Map<string, number>();

  const keep = (order: JobOrder) => {
    const times = failures.get(order.id) ?? 0;
    failures.set(order.id, times + 1);
    const timer = setTimeout(resumeById, waits[Math.min(times, waits.length - 1)], order.id);
    kept.set(order.id, { order, timer: timer.unref() });
  };
  const take = (id: string): JobOrder | undefined => {
    const found = kept.get(id);
    clearTimeout(found?.timer);
    kept.delete(id);
    return found?.order;
  };
  const enqueue = (order: JobOrder): Job => {
    const { id, slug, moveTo, decided } = order;
    const title = decided.options.title?.value;
    running.set(id, order);
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
        failures.delete(id);
        return outcome;
      } catch (error) {
        const dropped =
          (await isHopeless(order, error, shop)) || (isCancelled(signal) && isStop(error));
        if (dropped) await dropJob(shop.layout, id);
        else if (!signal.aborted || isCancelled(signal)) keep(order);
        throw error;
      } finally {
        running.delete(id);
      }
    };
    return queue.add(id, moveTo ?? slug, work, about);
  };
  function resumeById(id: string): Job | undefined {
    const order = take(id);
    return order && enqueue(order);
  }
  const resumeWhere = (is: (order: JobOrder) => boolean) => {
    const found = [...kept.values()].find(({ order }) => is(order));
    return found && resumeById(found.order.id);
  };
  const runningWhere = (is: (order: JobOrder) => boolean) => {
    const found = [...running.values()].find(is);
    return found && queue.job(found.id);
  };
  const all = () => [...running.values(), ...Array.from(kept.values(), ({ order }) => order)];
  return {
    enqueue,
    publishing: (sha256) => runningWhere(({ recording }) => recording === sha256),
    resume: (sha256) => resumeWhere(({ recording }) => recording === sha256),
    retry: (slug) => resumeWhere((one) => isAbout(one, slug)),
    again: (asked) =>
      runningWhere((one) => one.asked === asked) ?? resumeWhere((one) => one.asked === asked),
    isKept: (id) => kept.has(id),
    unfinished: () => Array.from(kept.values(), ({ order }) => order),
    async discard(id) {
      const order = kept.get(id)?.order;
      if (order === undefined || (await hasBegun(shop.layout, order))) return false;
      // It may have been begun anew while we looked.
      if (take(id) === undefined) return false;
      await dropJob(shop.layout, id);
      return true;
    },
    async supersede(id) {
      if (take(id) !== undefined) await dropJob(shop.layout, id);
    },
    running: () => slugsOf([...running.values()]),
    slugs: () => slugsOf(all()),
    guids: () =>
      all().map(({ slug, moveTo, decided }) => ({ guid: decided.guid, slug: moveTo ?? slug })),
  };
}

function slugsOf(orders: JobOrder[]): string[] {
  return orders.flatMap(({ slug, moveTo }) => (moveTo === null ? [slug] : [slug, moveTo]));
}

/** Whether trying again cannot help. What has begun is finished in any case: else it would stay a mixture. */
async function isHopeless(order: JobOrder, error: unknown, { layout }: Workshop): Promise<boolean> {
  const part = partAtFault(error);
  const isItsOwn = part !== null && Object.hasOwn(order.staged, part);
  const hasNoPlace = error instanceof AlongsideError && /^slug_/.test(error.code);
  return (isItsOwn || hasNoPlace) && !(await hasBegun(layout, order));
}
