import { type Fingerprint, newestDate, sameFingerprint } from '../store/given-files.ts';

/** How long a folder's files must keep size and date before they count as finished, ms. */
export const settleTime = 3000;

export interface Watched {
  /** One look at every episode's folder. */
  scan(): Promise<Map<string, Fingerprint>>;
  /** What an episode's manifest was made from; undefined where there is no manifest. */
  publishedFrom(slug: string): Fingerprint | undefined;
  isBusy(slug: string): boolean;
  onChanged(slug: string): void;
  onGone(slug: string): void;
  slugs(): string[];
}

/** Both in ms: the time of day, which may jump, and one that only goes on. */
export interface Clocks {
  now(): number;
  elapsed(): number;
}

/**
 * Compares the folders with what is published, as often as it is called, and tells of what differs once it
 * has settled. Looking is polling on purpose: notifications are lost on network file systems and in
 * containers, and a look at a thousand episodes takes milliseconds.
 */
export function followFolders(
  watched: Watched,
  { now, elapsed }: Clocks = { now: Date.now, elapsed: () => performance.now() },
) {
  const seen = new Map<string, { mark: Fingerprint; since: number }>();
  const tried = new Map<string, Fingerprint>();

  /**
   * @param seenNow what a scan has just found, where there was one
   * @returns how many folders have not settled yet
   */
  async function look(seenNow?: Map<string, Fingerprint>): Promise<number> {
    let settling = 0;
    const publishedBefore = new Map(
      watched.slugs().map((slug) => [slug, watched.publishedFrom(slug)]),
    );
    const found = seenNow ?? (await watched.scan());
    // What was published while we looked is newer than what we saw.
    const isStill = (slug: string) =>
      !watched.isBusy(slug) && watched.publishedFrom(slug) === publishedBefore.get(slug);
    for (const [slug, mark] of found) {
      const before = seen.get(slug);
      if (before === undefined || !sameFingerprint(before.mark, mark)) {
        // Files whose own date is old have settled before we came; one in the future says nothing.
        const age = before === undefined ? Math.max(0, now() - newestDate(mark)) : 0;
        seen.set(slug, { mark, since: elapsed() - age });
      }
      const rested = elapsed() - (seen.get(slug)?.since ?? elapsed());
      if (rested < settleTime) settling += 1;
      if (rested < settleTime || !isStill(slug)) continue;
      const published = watched.publishedFrom(slug);
      if (published !== undefined && sameFingerprint(published, mark)) {
        tried.delete(slug);
        continue;
      }
      // What failed once is tried again when its files change, not every second.
      const last = tried.get(slug);
      if (last !== undefined && sameFingerprint(last, mark)) continue;
      tried.set(slug, mark);
      watched.onChanged(slug);
    }
    for (const slug of watched.slugs()) {
      if (!found.has(slug) && isStill(slug)) {
        seen.delete(slug);
        tried.delete(slug);
        watched.onGone(slug);
      }
    }
    return settling;
  }
  return {
    look,
    /** Lets a folder be tried again although its files are the same. */
    forget: (slug: string) => tried.delete(slug),
  };
}
