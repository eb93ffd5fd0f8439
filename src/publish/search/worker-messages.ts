import type { Speaking } from '../../episode/speaking.ts';
import type { About } from '../../search/index/passage.ts';
import type { Kin } from '../../search/related.ts';
import type { Answer, Indexed, Question } from '../../search/search.ts';

/** What the search's thread is told; it answers each with a `FromWorker` of the same number. */
export type ToWorker = { number: number } & Task;

export type Task =
  | { do: 'keep only'; episodes: Indexed[] }
  /** The transcript is a file as `readTranscript` reads it; where it has none, only the rest is put. */
  | { do: 'put'; about: About; transcript: string | null }
  /** Writes down what questions do not see yet. */
  | { do: 'settle' }
  | { do: 'ask'; question: Question }
  | { do: 'suggest'; asked: string; isTyping: boolean }
  | { do: 'complete'; asked: string; most: number }
  | { do: 'speaking'; name: string; slugs: string[] }
  | { do: 'related'; slug: string; most: number }
  | { do: 'close' };

/** What comes of each task. */
export interface Results {
  'keep only': string[];
  /** Where the transcript is missing, nothing is put; where it is too long, a part of it, or what else is known. */
  put: 'whole' | 'part' | 'missing';
  settle: null;
  ask: Answer;
  suggest: string | null;
  complete: string[];
  speaking: Speaking;
  related: Kin[];
  close: null;
}

export type FromWorker =
  | { number: number; result: Results[keyof Results] }
  /** Whether only this task failed, and the index is as good as before. */
  | { number: number; failure: string; isOfTask: boolean };
