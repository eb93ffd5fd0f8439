import PQueue from 'p-queue';
import { AlongsideError } from '../episode/error.ts';
import type { Report } from '../store/manifest.ts';
import type { OnStep, Step } from './progress.ts';

/** A piece of publishing as the outside sees it. */
export interface Job {
  id: string;
  slug: string;
  /** The slug that the episode has until this is done; another one where it moves. */
  about: string;
  /** What makes it: a person's upload or order, or a folder that has changed. */
  from: 'order' | 'folder';
  /** What the episode is to be called, where that is known beforehand. */
  title: string | null;
  state: 'waiting' | 'running' | 'done' | 'failed';
  step: Step | null;
  /** How much of the step is done, 0–1. */
  share: number;
  report: Report | null;
  error: AlongsideError | null;
}

export interface Outcome {
  slug: string;
  report: Report;
}

/** @param signal aborted with an AlongsideError where a person cancelled it, see `isCancelled` */
export type Work = (onStep: OnStep, signal: AbortSignal) => Promise<Outcome>;

/** What may be said of a job beyond its slug. */
export interface About {
  about?: string;
  from?: Job['from'];
  title?: string | null;
  /** Whether it has not gone too far to be called off; where this is missing it never has. */
  mayCancel?: () => Promise<boolean>;
}

export interface JobQueue {
  /** Begins with the first job; until then they only wait. */
  start(): void;
  add(id: string, slug: string, work: Work, about?: About): Job;
  /**
   * Calls a job off: what waits ends at once, what runs as soon as it can. What is just being put in its
   * place may still be done.
   *
   * @returns whether it was to be called off
   */
  cancel(id: string, reason: AlongsideError): Promise<boolean>;
  /** Does something short between two jobs; resolves when it is done. */
  between(work: () => Promise<void>): Promise<void>;
  job(id: string): Job | undefined;
  /** Jobs that wait or run. */
  active(): Job[];
  /** Tells `listener` of every change until the returned function is called. */
  follow(id: string, listener: (job: Job) => void): () => void;
  /** The same for all jobs, and for those that are added. */
  watch(listener: (job: Job) => void): () => void;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  /** Stops what runs; what is stopped goes on at the next start. */
  close(): Promise<void>;
}

/** How many finished jobs are remembered for those who ask late. */
const remembered = 500;

/**
 * Runs one job after another: the work is ffmpeg's, which uses the cores by itself.
 *
 * @param onUnexpected told of failures that are nobody's input but a defect of ours
 */
export function createQueue(onUnexpected: (error: unknown, job: Job) => void): JobQueue {
  const queue = new PQueue({ concurrency: 1, autoStart: false });
  const jobs = new Map<string, Job>();
  const listeners = new Map<string, Set<(job: Job) => void>>();
  const watchers = new Set<(job: Job) => void>();
  const stop = new AbortController();
  /** How jobs that wait or run are called off, by their ids. */
  const calledOff = new Map<string, (reason: AlongsideError) => Promise<boolean>>();

  const tell = (job: Job) => {
    for (const listener of [...(listeners.get(job.id) ?? []), ...watchers]) listener(job);
  };
  const update = (job: Job, change: Partial<Job>) => {
    Object.assign(job, change);
    tell(job);
  };
  const run = async (job: Job, work: Work, own: AbortSignal) => {
    if (stop.signal.aborted || job.state !== 'waiting') return;
    update(job, { state: 'running' });
    try {
      const { slug, report } = await work(
        (step, share) => {
          // Between two steps nobody else looks; in the midst of one, whoever does the work.
          if (step !== job.step) own.throwIfAborted();
          update(job, { step, share });
        },
        AbortSignal.any([stop.signal, own]),
      );
      end(job, { state: 'done', slug, report });
    } catch (error) {
      // Stopped with the server, not failed: the order is still on disk.
      if (stop.signal.aborted) return;
      const why = own.aborted && isStop(error) ? own.reason : error;
      end(job, { state: 'failed', error: asKnown(why, () => onUnexpected(error, job)) });
    }
  };
  const end = (job: Job, change: Partial<Job>) => {
    calledOff.delete(job.id);
    update(job, change);
    forgetOld(jobs);
  };

  return {
    start: () => void queue.start(),
    add(id, slug, work, { about = slug, from = 'order', title = null, mayCancel } = {}) {
      const job: Job = {
        ...{ id, slug, about, from, title },
        ...{ state: 'waiting', step: null, share: 0, report: null, error: null },
      };
      const own = new AbortController();
      calledOff.set(id, async (reason) => {
        if (mayCancel !== undefined && !(await mayCancel())) return false;
        if (!isActive(job)) return false;
        own.abort(reason);
        // Out of its turn: the work finds at once that it is called off, and clears away what is its own.
        await (job.state === 'waiting' && run(job, work, own.signal));
        return true;
      });
      jobs.set(id, job);
      tell(job);
      void queue.add(() => run(job, work, own.signal));
      return job;
    },
    cancel: async (id, reason) => (await calledOff.get(id)?.(reason)) ?? false,
    async between(work) {
      await queue.add(async () => {
        if (!stop.signal.aborted) await work();
      });
    },
    job: (id) => jobs.get(id),
    active: () => [...jobs.values()].filter(isActive),
    follow(id, listener) {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(id);
      };
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    idle: () => queue.onIdle(),
    async close() {
      queue.clear();
      stop.abort();
      await queue.onIdle();
    },
  };
}

/** Whether a person called the work off; else, where the signal has aborted, the server is stopping. */
export function isCancelled(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason instanceof AlongsideError;
}

/** Whether an error says only that something was stopped. */
export function isStop(error: unknown): boolean {
  return error instanceof AlongsideError && error.code === 'cancelled';
}

function isActive(job: Job): boolean {
  return job.state === 'waiting' || job.state === 'running';
}

function forgetOld(jobs: Map<string, Job>) {
  const ended = [...jobs.values()].filter((job) => !isActive(job));
  for (const job of ended.slice(0, Math.max(0, ended.length - remembered))) jobs.delete(job.id);
}

function asKnown(error: unknown, onUnexpected: () => void): AlongsideError {
  if (error instanceof AlongsideError) return error;
  onUnexpected();
  return new AlongsideError(
    'server_failed',
    'Something went wrong on the server.',
    { remedy: 'The server’s log says what; please report it.' },
    error,
  );
}
