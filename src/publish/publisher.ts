import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { pendingJobs, stagedFolder } from '../store/jobs.ts';
import { scanEpisodes } from '../store/scan.ts';
import { sweepBrokenUploads, sweepUnfinished } from '../store/sweep.ts';
import { deleteUploads } from '../store/uploads.ts';
import type { Workshop } from './carry-out.ts';
import { type Arriving, choosePlace, type Place, type Shelf } from './choose-place.ts';
import { createFailures, type Failure } from './failures.ts';
import { createFolderJobs } from './folder-jobs.ts';
import { followFolders } from './follow-folders.ts';
import { followPeople } from './follow-people.ts';
import { createForgetMended } from './forget-mended.ts';
import { keepLooking } from './keep-looking.ts';
import { noteFailures } from './note-failures.ts';
import { createNoticeWritten } from './notice-written.ts';
import { createOrders } from './orders.ts';
import { createQueue, type Job } from './queue.ts';
import { type Request, receive } from './receive.ts';
import { redate } from './redate.ts';
import { bringBack, removeEpisode } from './remove.ts';
import { cancel, type Desk, retry } from './retry-and-cancel.ts';
import { distrustLost, showPublished, sweep } from './show-published.ts';
import { verifyDerived } from './verify-derived.ts';

export interface Publisher {
  /** The job that is publishing a recording with this SHA-256; one that broke off is begun again. */
  publishing(sha256: string): Job | undefined;
  /** Where an upload would go, before it is sent; throws where it would be refused. */
  place(arriving: Arriving): Promise<Place>;
  /** Accepts an upload and queues it. */
  receive(request: Request): Promise<Job>;
  /** Takes an episode away; it can be brought back for a month. */
  remove(slug: string): Promise<void>;
  /** Brings back what was removed last under this slug; resolves with whether there was anything. */
  bringBack(slug: string): Promise<boolean>;
  job(id: string): Job | undefined;
  active(): Job[];
  follow(id: string, listener: (job: Job) => void): () => void;
  /** Tells the slug of whatever is being published, fails or is mended, until the returned function is called. */
  watch(listener: (slug: string) => void): () => void;
  /** What failed when it was last tried. */
  failures(): Failure[];
  /** Begins anew what failed about an episode. */
  retry(slug: string): Job;
  /** Calls a job off; what runs ends as soon as it can. */
  cancel(id: string): Promise<Job>;
  /** Publishes a folder again, for what it is made of has changed. */
  republish(slug: string): void;
  /** Dates episodes anew whose readers now find other people in them. */
  redate(): void;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  /** Resolves when, besides, every folder has been seen at rest. */
  caughtUp(): Promise<void>;
  /** Whether there was nothing to be seen yet when it started, and nobody had sent anything. */
  startedEmpty: boolean;
  close(): Promise<void>;
}

export interface PublisherLog {
  info(message: string): void;
  error(facts: object, message: string): void;
}

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
    busy: () => [...queue.active().map((job) => job.slug), ...orders.running()],
    unfinished: orders.unfinished,
    publishing: (sha256) => orders.publishing(sha256)?.slug,
  };
  const watchers = new Set<(slug: string) => void>();
  const changed = (slug: string) => {
    for (const watcher of watchers) watcher(slug);
  };
  const failures = createFailures(changed);
  noteFailures(queue, orders, catalogue, failures, log);
  const forgetMended = createForgetMended(failures, catalogue);
  queue.watch(({ slug, about }) => {
    for (const one of new Set([slug, about])) changed(one);
  });
  const publishAgain = createFolderJobs(queue, shop, log, (slug) => folders.forget(slug));
  const redateAll = () => {
    queue
      .between(() => redate(shop))
      .catch((error: unknown) => log.error({ err: error }, 'Episodes could not be dated anew.'));
  };
  const people = await followPeople(shop, redateAll, log);
  const passedOver = createPassedOver(log);
  const folders = followFolders({
    async scan() {
      const found = await scanEpisodes(layout, passedOver);
      forgetMended(found, new Set(orders.slugs()));
      return found;
    },
    publishedFrom: (slug) => catalogue.manifest(slug)?.madeFrom,
    isBusy: (slug) => busy().includes(slug),
    onChanged(slug) {
      log.info(`Publishing ${slug}.`);
      failures.clear(slug);
      publishAgain(slug);
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
  const startedEmpty = catalogue.slugs().length === 0 && orders.slugs().length === 0;
  // Until here nothing moved, so what the scan found was still true.
  queue.start();
  const verifying = verifyDerived(shop, { busy, republish: publishAgain, log });
  const noticeWritten = createNoticeWritten(catalogue, layout);
  const looking = keepLooking(
    async () => {
      await distrustLost(shop, busy);
      for (const { slug, isReplaced } of await noticeWritten()) {
        if (isReplaced && !busy().includes(slug)) publishAgain(slug);
        else await verifying.look(slug);
      }
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
  const desk: Desk = { queue, orders, failures, catalogue, publishFolder: publishAgain };
  return {
    publishing: (sha256) => orders.resume(sha256) ?? orders.publishing(sha256),
    place: (arriving) => choosePlace(arriving, shelf),
    receive: (request) =>
      door.add(async () => {
        const { guids: ordered, again } = orders;
        const received = await receive(request, { ...shelf, ffmpeg: shop.ffmpeg, ordered, again });
        if ('job' in received) return received.job;
        const { supersedes } = received.order;
        if (supersedes) await orders.supersede(supersedes);
        return orders.enqueue(received.order);
      }),
    remove: (slug) => door.add(() => removeEpisode(slug, shelf, new Date())),
    bringBack: (slug) => door.add(() => bringBack(slug, { ...shelf, ordered: orders.guids })),
    job: queue.job,
    active: queue.active,
    follow: queue.follow,
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    failures: failures.all,
    retry: (slug) => retry(slug, desk),
    cancel: (id) => cancel(id, desk),
    republish: (slug) => void publishAgain(slug),
    redate: redateAll,
    idle: queue.idle,
    startedEmpty,
    async caughtUp() {
      while (settling > 0) await sleep(100);
      await queue.idle();
    },
    async close() {
      looking.stop();
      people.stop();
      await verifying.stop();
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
