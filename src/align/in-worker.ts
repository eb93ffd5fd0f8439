import { Worker } from 'node:worker_threads';
import { AlongsideError } from '../episode/error.ts';
import type { Aligned } from './align.ts';
import { sampleRate } from './sample-rate.ts';
import type { Failure, FromWorker, ToWorker, WorkerOrder, WorkOrder } from './worker-messages.ts';

/** What it takes to align in a worker. */
export interface Aligner {
  /** Absolute path of the built `worker.ts`. */
  workerFile: string;
  /** Reads the acoustic model's bytes, or has them already. */
  model: () => Promise<Uint8Array>;
}

/** MB of JavaScript's own memory; the arrays that hold the sound's features do not count. */
const mostMemory = 1024;

/**
 * `align` in a thread of its own, or `realign` where the transcript was aligned before and little was changed;
 * on Linux at the lowest priority. The sound is fetched a block at a time, as the worker asks for it. Blocks are
 * handed over: the caller's arrays are empty afterwards.
 *
 * @param workerFile absolute path of the built `worker.ts`
 * @throws AlongsideError `cancelled` when the signal aborts; `align_failed` when the worker breaks down,
 *   runs out of memory, or works for longer than a minute and twice the length of the sound; and whatever
 *   `align` and the sound throw
 */
export async function alignInWorker(workerFile: string, order: WorkOrder): Promise<Aligned> {
  const { sound, onProgress, signal, ...rest } = order;
  if (signal?.aborted) throw cancelled(signal.reason);
  const worker = new Worker(workerFile, {
    workerData: rest satisfies WorkerOrder,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  const blocks = eachOf(sound);
  const deadline = createDeadline();
  let onAbort = () => {};
  try {
    return await new Promise<Aligned>((resolve, reject) => {
      onAbort = () => reject(cancelled(signal?.reason));
      signal?.addEventListener('abort', onAbort, { once: true });
      deadline.set(0, reject);
      const feed = async () => {
        const { value: block, done } = await blocks.next();
        if (done) return worker.postMessage(null satisfies ToWorker);
        deadline.set(block.length / sampleRate, reject);
        worker.postMessage(block satisfies ToWorker, [block.buffer as ArrayBuffer]);
      };
      worker.on('message', (message: FromWorker) => {
        if (message.say === 'want sound') feed().catch(reject);
        else if (message.say === 'progress') onProgress?.(message.share);
        else if (message.say === 'aligned') resolve(message.aligned);
        else reject(errorOf(message.failure));
      });
      worker.on('error', (error) => reject(brokenDown(error)));
      worker.on('exit', (code) => reject(brokenDown(new Error(`it ended with code ${code}`))));
    });
  } finally {
    deadline.clear();
    signal?.removeEventListener('abort', onAbort);
    await worker.terminate();
    // What still waits for sound is let go, however long that takes.
    blocks.return().catch(() => {});
  }
}

async function* eachOf(sound: WorkOrder['sound']): AsyncGenerator<Int16Array, void, void> {
  for await (const block of sound) {
    // A part of a larger array would take the whole of it along.
    yield block.byteLength === block.buffer.byteLength ? block : block.slice();
  }
}

/** Each second of sound that was heard gives two more. */
function createDeadline() {
  const began = performance.now();
  let allowed = 600;
  let timer: NodeJS.Timeout | undefined;
  return {
    set(heard: number, reject: (error: Error) => void) {
      allowed += 2 * heard;
      clearTimeout(timer);
      const left = began + allowed * 1000 - performance.now();
      timer = setTimeout(() => reject(tookTooLong(allowed)), left);
    },
    clear: () => clearTimeout(timer),
  };
}

function errorOf({ code, message, facts, stack }: Failure): AlongsideError {
  const cause = Object.assign(new Error(message), { stack });
  if (code === null || facts === null) return brokenDown(cause);
  return new AlongsideError(code, message, facts, cause);
}

function brokenDown(cause: Error): AlongsideError {
  const outOfMemory = (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
  const reason = outOfMemory ? 'there was not enough memory' : cause.message.replace(/\.$/, '');
  const remedy = outOfMemory
    ? 'Try again when the machine has less to do.'
    : 'Please report this message together with the recording and the transcript.';
  return new AlongsideError(
    'align_failed',
    `Looking for the words in the sound broke off: ${reason}.`,
    { remedy },
    cause,
  );
}

function tookTooLong(seconds: number): AlongsideError {
  return new AlongsideError(
    'align_failed',
    `Looking for the words in the sound was stopped because it took longer than ${Math.round(seconds)} seconds.`,
    { remedy: 'Try again when the machine has less to do.' },
  );
}

function cancelled(reason: unknown): AlongsideError {
  return new AlongsideError(
    'cancelled',
    'Looking for the words in the sound was stopped.',
    { remedy: 'Start it again when you want it done.' },
    reason,
  );
}
