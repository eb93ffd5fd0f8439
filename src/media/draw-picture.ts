import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { Drawn } from './draw-worker.ts';

/** A PNG of an SVG document, in the document's own size; null where this machine cannot draw it well. */
export type DrawPicture = (svg: string) => Promise<Uint8Array | null>;

/** A picture takes a tenth of a second; what takes longer than this has gone wrong, ms. */
const deadline = 15_000;

/**
 * Draws one picture after another, each in a thread of its own that is gone afterwards.
 *
 * @param workerFile absolute path of the built `draw-worker.ts`
 * @returns null where the library does not run on this machine
 */
export async function findDrawing(workerFile: string): Promise<DrawPicture | null> {
  try {
    await import('@resvg/resvg-js');
  } catch {
    return null;
  }
  const queue = new PQueue({ concurrency: 1 });
  return (svg) => queue.add(() => drawInWorker(workerFile, svg));
}

async function drawInWorker(workerFile: string, svg: string): Promise<Uint8Array | null> {
  const worker = new Worker(workerFile, { workerData: svg, stdout: true, stderr: true });
  // A server that stops does not wait for a picture.
  worker.unref();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Drawn>((resolve) => {
      timer = setTimeout(() => resolve(null), deadline).unref();
      worker.once('message', resolve);
      worker.once('error', () => resolve(null));
      worker.once('exit', () => resolve(null));
    });
  } finally {
    clearTimeout(timer);
    // Not waited for: what hangs in the library cannot be interrupted.
    worker.terminate().catch(() => {});
  }
}
