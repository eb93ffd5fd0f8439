import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalogue } from '../../store/catalogue.ts';
import { readDecided } from '../../store/decided.ts';
import { allThere, folderExists } from '../../store/given-files.ts';
import { episodeFolder, type Layout } from '../../store/layout.ts';
import {
  type PublicRecord,
  readPublicRecord,
  writePublicRecord,
} from '../../store/public-record.ts';
import { severalAtOnce } from '../../store/several-at-once.ts';
import type { PublisherLog } from '../publisher.ts';
import { type Absence, compareWithSeen, type News } from './compare.ts';

export interface FollowPublic {
  layout: Layout;
  catalogue: Catalogue;
  /** Tells the world that the feed has changed, and of these pieces of news. */
  announce(news: News[]): Promise<void>;
  log: PublisherLog;
  /** How long between two looks, ms. */
  pace?: number;
}

/**
 * Notices what becomes public, changes or goes, however that comes about: an upload, a folder, a date that
 * is reached, a change while the server was away. What was there before anyone kept count is no news.
 */
export async function followPublic({
  layout,
  catalogue,
  announce,
  log,
  pace = 1000,
}: FollowPublic) {
  let known = await readPublicRecord(layout);
  let seen = -1;
  const stop = new AbortController();

  const absenceOf = async (slug: string): Promise<Absence> => {
    if (catalogue.manifest(slug) !== undefined) return 'withdrawn';
    if (await folderExists(episodeFolder(layout, slug))) return 'being made';
    // A disk that is not mounted looks as if everything had been taken away.
    return (await allThere(layout.root, ['show.yaml'])) ? 'gone' : 'being made';
  };
  /** What an import brings over has been public elsewhere. */
  const withoutMoved = async (news: News[]) => {
    const kept = await severalAtOnce(news, async (one) => {
      if (one.event !== 'episode.published') return one;
      const decided = await readDecided(episodeFolder(layout, one.slug)).catch(() => null);
      return decided?.imported === undefined ? one : null;
    });
    return kept.filter((one) => one !== null);
  };
  const look = async () => {
    const generation = catalogue.generation();
    if (generation === seen) return;
    const at = new Date().toISOString();
    const listed = catalogue.episodes();
    const { news, record } = await compareWithSeen(known ?? {}, listed, absenceOf, at);
    const isFirst = known === null;
    if (!isFirst && news.length > 0) await announce(await withoutMoved(news));
    if (isFirst || news.length > 0 || goneIn(record) !== goneIn(known ?? {})) {
      await writePublicRecord(layout, record);
    }
    known = record;
    catalogue.setRemoved(removedIn(record));
    // Telling of what has gone is a change by itself, and none to look at.
    seen = catalogue.generation();
  };
  let looking = Promise.resolve();
  /** One after another, or both would announce the same. */
  const lookOrTell = () => {
    looking = looking
      .then(look)
      .catch((error: unknown) =>
        log.error({ err: error }, 'What is new could not be announced; it is tried again.'),
      );
    return looking;
  };
  const follow = async () => {
    while (!stop.signal.aborted) {
      await lookOrTell();
      await sleep(pace, null, { signal: stop.signal, ref: false }).catch(() => {});
    }
  };

  await lookOrTell();
  const following = follow();
  return {
    /** Takes down what is public at this moment: what is taken away right after it has been seen. */
    look: lookOrTell,
    /** Takes down what happened up to now. */
    async stop() {
      stop.abort();
      await following;
      await lookOrTell();
    },
  };
}

function removedIn(record: PublicRecord) {
  const removed = Object.values(record).filter((one) => one.removed !== null);
  const latest = removed.map((one) => one.removed ?? '').sort();
  // An address that another episode has by now has not gone, even while that one is being made anew.
  const there = new Set(
    Object.values(record)
      .filter(({ gone }) => !gone)
      .map(({ slug }) => slug),
  );
  const gone = removed.filter((one) => one.gone && !there.has(one.slug));
  return {
    slugs: new Set(gone.map(({ slug }) => slug)),
    latest: latest.at(-1) ?? null,
  };
}

function goneIn(record: PublicRecord): number {
  return Object.values(record).filter(({ gone }) => gone).length;
}
