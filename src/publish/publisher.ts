import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { AlongsideError, describeError, faultOfFiles } from '../episode/error.ts';
import { pendingJobs, stagedFolder } from '../store/jobs.ts';
import { scanEpisodes } from '../store/scan.ts';
import { sweepBrokenUploads, sweepUnfinished } from '../store/sweep.ts';
import { deleteUploads } from '../store/uploads.ts';
import { publishFolder, type Workshop } from './carry-out.ts';
import { type Arriving, choosePlace, type Place, type Shelf } from './choose-place.ts';
import { followFolders } from './follow-folders.ts';
import { followPeople } from './follow-people.ts';
import { keepLooking } from './keep-looking.ts';
import { createOrders } from './orders.ts';
import { createQueue, type Job } from './queue.ts';
import { type Request, receive } from './receive.ts';
import { redate } from './redate.ts';
import { forgetLost, showPublished, sweep } from './show-published.ts';

export interface Publisher {
  /** The job that is publishing a recording with this SHA-256; one that broke off is begun again. */
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
  /** Dates episodes anew whose readers now find other people in them. */
  redate(): void;
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

/** How long a failure that may pass, such as a full disk, keeps a folder from being tried again, ms. */
const passing = 5 * 60_000;
/** How often what nobody needs any more is deleted, ms. */
const sweepEvery = 3_600_000;

/**
 * Starts publishing: shows what is published, takes up what a stop interrupted, publishes folders that are
 * new or changed, and keeps looking.
 */
export async function startPublishing(shop: Workshop, log: PublisherLog): Promise<Publisher> {
  const { layout, catalogue } = shop;
  const queue = createQueue((error, job) =>
    log.error({ err: error, slug: job.slug }, `${job.slug}: publishing failed.`),
  );
  const orders = createOrders(queue, shop);
  const busy = () => [...queue.active().map((job) => job.slug), ...orders.slugs()];
  const shelf: Shelf = {
    layout,
    catalogue,
    busy,
    publishing: (sha256) => orders.publishing(sha256)?.slug,
  };
  const republish = (slug: string) => {
    queue.add(randomUUID(), slug, async (onStep, signal) => {
      try {
        const outcome = await publishFolder(slug, shop, onStep, signal);
        // Only what failed waits for its files to change: what is lost again is made again.
        folders.forget(slug);
        // Whoever put the folder there has no command that could tell them.
        for (const warning of outcome.report.warnings) log.info(`${slug}: ${warning}`);
        return outcome;
      } catch (error) {
        if (!faultOfFiles(error)) setTimeout(() => folders.forget(slug), passing).unref();
        if (error instanceof AlongsideError && !signal.aborted) {
          const { code } = error;
          log.error({ slug, code }, `${slug} was not published. ${describeError(error)}`);
        }
        throw error;
      }
    });
  };
  const redateAll = () => {
    queue
      .between(() => redate(shop))
      .catch((error: unknown) => log.error({ err: error }, 'Episodes could not be dated anew.'));
  };
  const people = await followPeople(shop, redateAll, log);
  const passedOver = createPassedOver(log);
  const folders = followFolders({
    scan: () => scanEpisodes(layout, passedOver),
    publishedFrom: (slug) => catalogue.manifest(slug)?.madeFrom,
    isBusy: (slug) => busy().includes(slug),
    onChanged(slug) {
      log.info(`Publishing ${slug}.`);
      republish(slug);
    },
    onGone: (slug) => catalogue.remove(slug),
    slugs: () => catalogue.slugs(),
  });

  const unreadable = (path: string) =>
    log.error({ path }, `${path} cannot be read by this version; it was left where it is.`);
  await sweepBrokenUploads(layout);
  for (const order of await pendingJobs(layout, unreadable)) {
    await deleteUploads(layout, order);
    await sweepUnfinished(stagedFolder(layout, order.id));
    orders.enqueue(order);
  }
  const found = await scanEpisodes(layout, passedOver);
  await showPublished(shop, found);
  // People may have been renamed while nobody looked; a file that cannot be read says nothing of that.
  if (people.isRead) redateAll();
  // What is to be swept can wait until readers are served.
  let swept = 0;
  let settling = await folders.look(found);
  // Until here nothing moved, so what the scan found was still true.
  queue.start();
  const looking = keepLooking(
    async () => {
      await forgetLost(shop, busy);
      settling = await folders.look();
      if (Date.now() - swept >= sweepEvery) {
        swept = Date.now();
        await sweep(shop, busy);
      }
      return settling > 0;
    },
    (error) => log.error({ err: error }, 'The episodes’ folder could not be read.'),
  );

  // One at a time: two uploads of the same recording must not both find that it is new.
  const door = new PQueue({ concurrency: 1 });
  return {
    publishing: (sha256) => orders.resume(sha256) ?? orders.publishing(sha256),
    place: (arriving) => choosePlace(arriving, shelf),
    receive: (request) =>
      door.add(async () =>
        orders.enqueue(
          await receive(request, { ...shelf, ffmpeg: shop.ffmpeg, ordered: orders.guids }),
        ),
      ),
    job: queue.job,
    active: queue.active,
    follow: queue.follow,
    republish,
    redate: redateAll,
    idle: queue.idle,
    async caughtUp() {
      while (settling > 0) await sleep(100);
      await queue.idle();
    },
    async close() {
      looking.stop();
      people.stop();
      await queue.close();
    },
  };
}

/** Tells once of each folder without a recording, when it has been so twice: it may just be being filled. */
function createPassedOver(log: PublisherLog): (name: string) => void {
  const times = new Map<string, number>();
  return (name) => {
    const seen = (times.get(name) ?? 0) + 1;
    times.set(name, seen);
    if (seen !== 2) return;
    log.info(`${name} was passed over: there is no recording in it, or of no kind we know.`);
  };
}
