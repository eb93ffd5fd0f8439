import type { Catalogue } from '../store/catalogue.ts';
import { type Fingerprint, sameFingerprint } from '../store/given-files.ts';
import type { Failures } from './failures.ts';

/**
 * Forgets failures whose folder has gone, and those of published episodes whose folder has changed since:
 * it may have been put back as it was, and then nothing is made anew.
 *
 * @returns to be told of every look at the folders, and of the slugs that orders are about
 */
export function createForgetMended(failures: Failures, catalogue: Catalogue) {
  /** The folder as it was first seen after the job had failed. */
  let seen = new Map<string, { job: string; mark: Fingerprint }>();
  return (found: ReadonlyMap<string, Fingerprint>, ordered: ReadonlySet<string>) => {
    const now: typeof seen = new Map();
    for (const { slug, job } of failures.all()) {
      const mark = found.get(slug);
      const before = seen.get(slug);
      if (mark === undefined) {
        if (!ordered.has(slug)) failures.clear(slug);
      } else if (before?.job !== job) {
        now.set(slug, { job, mark });
      } else if (sameFingerprint(before.mark, mark) || catalogue.manifest(slug) === undefined) {
        now.set(slug, before);
      } else {
        failures.clear(slug);
      }
    }
    seen = now;
  };
}
