import { LRUCache } from 'lru-cache';
import type { AlongsideError } from '../episode/error.ts';
import type { Job } from './queue.ts';

/** Why an episode could not be published, or changed, when that was last tried. */
export interface Failure {
  slug: string;
  title: string | null;
  /** Id of the job that failed. */
  job: string;
  from: Job['from'];
  error: AlongsideError;
  /** ISO 8601. */
  since: string;
}

export interface Failures {
  set(failure: Omit<Failure, 'since'>): void;
  clear(slug: string): void;
  get(slug: string): Failure | undefined;
  all(): Failure[];
}

/** So many are remembered at most. */
const remembered = 1000;

/**
 * The last failure of each episode, in memory: after a restart everything is tried again anyway.
 *
 * @param onChange told the slug whenever a failure comes or goes
 */
export function createFailures(
  onChange: (slug: string) => void,
  now: () => Date = () => new Date(),
): Failures {
  const failures = new LRUCache<string, Failure>({ max: remembered });
  return {
    set(failure) {
      failures.set(failure.slug, { ...failure, since: now().toISOString() });
      onChange(failure.slug);
    },
    clear(slug) {
      if (failures.delete(slug)) onChange(slug);
    },
    get: (slug) => failures.peek(slug),
    all: () => [...failures.values()],
  };
}
