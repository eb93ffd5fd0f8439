import PQueue from 'p-queue';
import { AlongsideError } from '../episode/error.ts';
import type { Report } from '../store/manifest.ts';
import type { OnStep, Step } from './progress.ts';

/** A piece of publishing as the outside sees it. */
export interface Job {
  id: string;
  slug: string;
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

export type Work = (onStep: OnStep, signal: AbortSignal) => Promise<Outcome>;

export interface JobQueue {
  /** Begins with the first job; until then they only wait. */
  start(): void;
  add(id: string, slug: string, work: Work): Job;
  /** Does something short between two jobs; resolves when it is done. */
  between(work: () => Promise<void>): Promise<void>;
  job(id: string): Job | undefined;
  /** Jobs that wait or run. */
  active(): Job[];
  /** Tells `listener` of every change until the returned function is called. */
  follow(id: string, listener: (job: Job) => void): () => void;
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
  const stop = new AbortController();

  const update = (job: Job, change: Partial<Job>) => {
    Object.assign(job, change);
    for (const listener of listeners.get(job.id) ?? []) listener(job);
  };
  const run = async (job: Job, work: Work) => {
    if (stop.signal.aborted) return;
    update(job, { state: 'running' });
    try {
      const { slug, report } = await work(
        (step, share) => update(job, { step, share }),
        stop.signal,
      );
      update(job, { state: 'done', slug, report });
    } catch (error) {
      // Stopped with the server, not failed: the order is still on disk.
      if (stop.signal.aborted) return;
      update(job, { state: 'failed', error: asKnown(error, () => onUnexpected(error, job)) });
    }
    forgetOld(jobs);
  };

  return {
    start: () => void queue.start(),
    add(id, slug, work) {
      const job: Job = {
        id,
        slug,
        state: 'waiting',
        step: null,
        share: 0,
        report: null,
        error: null,
      };
      jobs.set(id, job);
      void queue.add(() => run(job, work));
      return job;
    },
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
    idle: () => queue.onIdle(),
    async close() {
      queue.clear();
      stop.abort();
      await queue.onIdle();
    },
  };
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
