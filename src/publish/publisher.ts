import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { AlongsideError, describeError } from '../episode/error.ts';
import { readDecided } from '../store/decided.ts';
import { type Fingerprint, sameFingerprint } from '../store/given-files.ts';
import { dropJob, type JobOrder, pendingJobs, stagedFolder } from '../store/jobs.ts';
import { episodeFolder, publishedFolder } from '../store/layout.ts';
import { isWhole, readManifest } from '../store/manifest.ts';
import { scanEpisodes } from '../store/scan.ts';
import { severalAtOnce } from '../store/several-at-once.ts';
import { sweepPublished, sweepUnfinished, sweepUploads } from '../store/sweep.ts';
import { deleteUploads } from '../store/uploads.ts';
import { carryOut, publishFolder, type Workshop } from './carry-out.ts';
import { type Arriving, choosePlace, type Place, type Shelf } from './choose-place.ts';
import { followFolders } from './follow-folders.ts';
import { madeWith } from './make-episode.ts';
import { createQueue, type Job } from './queue.ts';
import { type Request, receive } from './receive.ts';

export interface Publisher {
  /** The job that is publishing a recording with this SHA-256 right now. */
  publishing(sha256: string): Job | undefined;
  /** Where an upload would go, before it is sent; throws where it would be refused. */
  place(arriving: Arriving): Promise<Place>;
  /** Accepts an upload and queues it. */
  receive(request: Request): Promise<Job>;
  job(id: string): Job | undefined;
  active(): Job[];
  follow(id: string, listener: (job: Job) => void): () => void;
  /** Publishes a folder again, for what it is made of has changed. */
  republish(slug: string): void;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  /** Resolves when, besides, every folder has been seen at rest. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

export interface PublisherLog {
  info(message: string): void;
  error(facts: object, message: string): void;
}

/**
 * Starts publishing: shows what is published, takes up what a stop interrupted, publishes folders that are
 * new or changed, and keeps looking.
 */
export async function startPublishing(shop: Workshop, log: PublisherLog): Promise<Publisher> {
  const { layout, catalogue } = shop;
  const queue = createQueue((error, job) =>
    log.error({ err: error, slug: job.slug }, 'publishing failed'),
  );
  /** Slugs that are being left behind by a move are busy too. */
  const leaving = new Set<string>();
  const busy = () => [...queue.active().map((job) => job.slug), ...leaving];
  /** Job ids by the recording's SHA-256. */
  const ordered = new Map<string, string>();
  const publishing = (sha256: string) =>
    queue.active().find(({ id }) => ordered.get(sha256) === id);
  const shelf: Shelf = {
    layout,
    catalogue,
    busy,
    publishing: (sha256) => publishing(sha256)?.slug,
  };

  const enqueueOrder = (order: JobOrder): Job => {
    if (order.moveTo !== null) leaving.add(order.slug);
    ordered.set(order.recording, order.id);
    return queue.add(order.id, order.moveTo ?? order.slug, async (onStep, signal) => {
      try {
        return await carryOut(order, shop, onStep, signal);
      } catch (error) {
        // Stopped, not refused: the order stays and goes on at the next start.
        if (!signal.aborted) await dropJob(layout, order.id);
        throw error;
      } finally {
        leaving.delete(order.slug);
        ordered.delete(order.recording);
      }
    });
  };
  const republish = (slug: string) => {
    queue.add(randomUUID(), slug, async (onStep, signal) => {
      try {
        return await publishFolder(slug, shop, onStep, signal);
      } catch (error) {
        if (error instanceof AlongsideError && !signal.aborted) {
          log.error(
            { slug, code: error.code },
            `${slug} was not published. ${describeError(error)}`,
          );
        }
        throw error;
      }
    });
  };

  await sweepUploads(layout);
  for (const order of await pendingJobs(layout)) {
    await deleteUploads(layout, order.uploads);
    await sweepUnfinished(stagedFolder(layout, order.id));
    enqueueOrder(order);
  }
  const found = await scanEpisodes(layout);
  await showPublished(shop, found);

  const look = followFolders({
    scan: () => scanEpisodes(layout),
    publishedFrom: (slug) => catalogue.manifest(slug)?.madeFrom,
    isBusy: (slug) => busy().includes(slug),
    onChanged(slug) {
      log.info(`Publishing ${slug}.`);
      republish(slug);
    },
    onGone: (slug) => catalogue.remove(slug),
    slugs: () => catalogue.slugs(),
  });
  const settling = await look(found);
  // Until here nothing moved, so what the scan found was still true.
  queue.start();
  const looking = keepLooking(
    async () => {
      await forgetLost(shop, busy);
      return look();
    },
    settling,
    log,
  );

  // One at a time: two uploads of the same recording must not both find that it is new.
  const door = new PQueue({ concurrency: 1 });
  return {
    publishing,
    place: (arriving) => choosePlace(arriving, shelf),
    receive: (request) =>
      door.add(async () => enqueueOrder(await receive(request, { ...shelf, ffmpeg: shop.ffmpeg }))),
    job: queue.job,
    active: queue.active,
    follow: queue.follow,
    republish,
    idle: queue.idle,
    async caughtUp() {
      while (looking.settling() > 0) await sleep(100);
      await queue.idle();
    },
    async close() {
      looking.stop();
      await queue.close();
    },
  };
}

/** An episode whose derived files someone deleted is not published until they have been made anew. */
async function forgetLost({ layout, catalogue }: Workshop, busy: () => string[]) {
  await severalAtOnce(catalogue.slugs(), async (slug) => {
    const manifest = catalogue.manifest(slug);
    if (manifest === undefined || (await isWhole(episodeFolder(layout, slug), manifest))) return;
    if (catalogue.manifest(slug) === manifest && !busy().includes(slug)) catalogue.remove(slug);
  });
}

/** Takes every manifest that still tells the truth into the catalogue. */
async function showPublished({ layout, catalogue }: Workshop, found: Map<string, Fingerprint>) {
  await sweepUnfinished(layout.root);
  await severalAtOnce(found, async ([slug, mark]) => {
    const folder = episodeFolder(layout, slug);
    await sweepUnfinished(folder);
    await sweepUnfinished(publishedFolder(folder));
    const manifest = await readManifest(folder);
    if (manifest === null || !(await isWhole(folder, manifest))) return;
    const decided = await readDecided(folder).catch(() => null);
    const current =
      decided !== null &&
      sameFingerprint(manifest.madeFrom, mark) &&
      manifest.madeWith === madeWith(catalogue.show(), decided);
    // What is out of date is shown as it was until it has been made anew.
    catalogue.put(slug, current ? manifest : { ...manifest, madeFrom: {} });
    await sweepPublished(folder, manifest);
  });
}

/** Looks again and again, resting at least twenty times as long as a look took. */
function keepLooking(look: () => Promise<number>, settlingAtFirst: number, log: PublisherLog) {
  const leastRest = 1000;
  let timer = setTimeout(once, leastRest);
  let stopped = false;
  let settling = settlingAtFirst;
  async function once() {
    const began = Date.now();
    try {
      settling = await look();
    } catch (error) {
      log.error({ err: error }, 'the episodes’ folder could not be read');
    }
    if (!stopped) timer = setTimeout(once, Math.max(leastRest, (Date.now() - began) * 20));
  }
  return {
    /** How many folders had not settled at the last look. */
    settling: () => settling,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
