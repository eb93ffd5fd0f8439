import { Worker } from 'node:worker_threads';
import type { FromWorker, Results, Task, ToWorker } from './worker-messages.ts';

/** The index in a thread of its own: what takes it long keeps no page waiting. */
export interface SearchThread {
  /**
   * Tasks are done in the order in which they are given.
   *
   * @throws TaskError where only the task is at fault
   * @throws Error when the index cannot be used; the thread is of no use from then on
   */
  tell<Do extends Task['do']>(task: Extract<Task, { do: Do }>): Promise<Results[Do]>;
  /** Finishes what was told, and the thread. */
  close(): Promise<void>;
}

/**
 * @param workerFile absolute path of the built `worker.ts`
 * @param indexFile absolute path of the index, or `:memory:`
 */
export function searchInWorker(workerFile: string, indexFile: string): SearchThread {
  const worker = new Worker(workerFile, {
    workerData: indexFile,
    // Room for what lives as long as one episode is read: with less a quarter of the time goes by collecting it.
    resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 },
  });
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let number = 0;
  let broken: Error | null = null;
  const breakDown = (error: Error) => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  worker.on('message', (message: FromWorker) => {
    const task = waiting.get(message.number);
    waiting.delete(message.number);
    if (!('failure' in message)) task?.resolve(message.result);
    else task?.reject(new (message.isOfTask ? TaskError : Error)(message.failure));
  });
  worker.on('error', breakDown);
  worker.on('messageerror', breakDown);
  worker.on('exit', () => breakDown(new Error('the search has ended')));

  const tell = <Do extends Task['do']>(task: Extract<Task, { do: Do }>): Promise<Results[Do]> => {
    if (broken !== null) return Promise.reject(broken);
    number += 1;
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve: resolve as Waiting['resolve'], reject });
      worker.postMessage({ number, ...(task as Task) } satisfies ToWorker);
    });
  };
  return {
    tell,
    async close() {
      await tell({ do: 'close' }).catch(() => {});
      await worker.terminate();
    },
  };
}

/** What was told cannot be done, and that says nothing about the index. */
export class TaskError extends Error {}

/** Whoever gave a task. */
interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}
