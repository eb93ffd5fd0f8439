import type { ErrorCode, ErrorFacts } from '../episode/error.ts';
import type { Aligned, AlignOrder } from './align.ts';
import type { Previous } from './correct/plan.ts';

/** What is to be aligned, and what came of it before it was corrected, where that is known. */
export interface WorkOrder extends AlignOrder {
  previous?: Previous | null;
}

/** What the worker is started with: all of an order that can be copied. */
export type WorkerOrder = Omit<WorkOrder, 'sound' | 'onProgress' | 'signal'>;

/** What the worker says. It asks for each block of sound, so that no more of it waits than one. */
export type FromWorker =
  | { say: 'want sound' }
  | { say: 'progress'; share: number }
  | { say: 'aligned'; aligned: Aligned }
  | { say: 'failed'; failure: Failure };

/** What it is told: the next block, or null after the last. */
export type ToWorker = Int16Array | null;

/** An error as it crosses threads; without a code where it is a defect of ours. */
export interface Failure {
  code: ErrorCode | null;
  message: string;
  facts: ErrorFacts | null;
  stack: string | undefined;
}
