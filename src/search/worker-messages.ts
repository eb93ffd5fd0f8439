import type { Speaking } from '../episode/speaking.ts';
import type { About } from './index/passage.ts';
import type { Kin } from './related.ts';
import type { Answer, Indexed, Question } from './search.ts';

/** What the search's thread is told; it answers each with a `FromWorker` of the same number. */
export type ToWorker = { number: number } & Task;

export type Task =
  | { do: 'keep only'; episodes: Indexed[] }
  /** The transcript is the model as JSON, as `published/` keeps it. */
  | { do: 'put'; about: About; transcript: Uint8Array | null }
  /** Writes down what questions do not see yet. */
  | { do: 'settle' }
  | { do: 'ask'; question: Question }
  | { do: 'complete'; asked: string; most: number }
  | { do: 'speaking'; name: string; slugs: string[] }
  | { do: 'related'; slug: string; most: number }
  | { do: 'close' };

/** What comes of each task. */
export interface Results {
  'keep only': string[];
  put: null;
  settle: null;
  ask: Answer;
  complete: string[];
  speaking: Speaking;
  related: Kin[];
  close: null;
}

export type FromWorker =
  | { number: number; result: Results[keyof Results] }
  | { number: number; failure: string };
