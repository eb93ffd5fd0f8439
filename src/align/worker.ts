import { setPriority } from 'node:os';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { AlongsideError } from '../episode/error.ts';
import { type AlignOrder, align } from './align.ts';
import { realign } from './realign.ts';
import type { Failure, FromWorker, ToWorker, WorkerOrder } from './worker-messages.ts';

/** The worker thread's own beginning; `alignInWorker` starts it. */
if (parentPort !== null) await work(parentPort, workerData as WorkerOrder);

async function work(port: MessagePort, order: WorkerOrder) {
  stepBack();
  const say = (message: FromWorker) => port.postMessage(message);
  try {
    const sound = blocksFrom(port, say);
    const work: AlignOrder = { ...order, sound, onProgress: byPercent(say) };
    const corrected = order.previous ? await realign(work, order.previous) : null;
    say({ say: 'aligned', aligned: corrected ?? (await align(work)) });
  } catch (error) {
    say({ say: 'failed', failure: failureOf(error) });
  }
}

/** Linux keeps a priority for each thread, so this is the worker's alone; elsewhere it is the whole server's. */
function stepBack() {
  if (process.platform === 'linux') setPriority(19);
}

async function* blocksFrom(
  port: MessagePort,
  say: (message: FromWorker) => void,
): AsyncGenerator<Int16Array> {
  for (;;) {
    const answer = new Promise<ToWorker>((resolve) => port.once('message', resolve));
    say({ say: 'want sound' });
    const block = await answer;
    if (block === null) return;
    yield block;
  }
}

function byPercent(say: (message: FromWorker) => void): (share: number) => void {
  let told = 0;
  return (share) => {
    const hundredths = Math.floor(Math.min(share, 1) * 100);
    if (hundredths <= told) return;
    told = hundredths;
    say({ say: 'progress', share: hundredths / 100 });
  };
}

function failureOf(error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (!(error instanceof AlongsideError)) return { code: null, message, facts: null, stack };
  return { code: error.code, message, facts: error.facts, stack };
}
