import { setTimeout as sleep } from 'node:timers/promises';
import type { Episode } from '../../episode/episode.ts';
import { AlongsideError } from '../../episode/error.ts';
import type { Speaking } from '../../episode/speaking.ts';
import type { Answer, Question } from '../../search/search.ts';
import type { Catalogue } from '../../store/catalogue.ts';
import { publishedTranscript } from '../../store/layout.ts';
import { aboutOf, keyOf } from './about.ts';
import { type IndexOrder, lastingIndex } from './lasting-index.ts';
import { rememberRelated } from './remember-related.ts';

/** Answers from everything that readers may see now. */
export interface Finder {
  /**
   * What changed just now is waited for; where there is much of it, the answer says how much is missing.
   *
   * @throws AlongsideError `search_unavailable`
   */
  ask(question: Question): Promise<Found>;
  /** A question that would find something, where this one finds nothing; null where there is none. */
  suggest(asked: string, isTyping: boolean): Promise<string | null>;
  /** Questions that begin so and end in a word that was said, the most used first. */
  complete(asked: string, most: number): Promise<string[]>;
  /** Whether everything that is listed has been indexed, as far as is known. Costs nothing. */
  isReady(): boolean;
  /** How much somebody says in all, and in each of some episodes; null where that cannot be told. */
  speaking(name: string, slugs: string[]): Promise<Speaking | null>;
  /**
   * A few others that are about much the same, the closest first. What is known so far: it is found out after
   * it was first asked for, and again when other episodes are there; the list is a new one only where it differs.
   */
  related(slug: string): readonly Episode[];
  /** Resolves when everything that is listed has been indexed. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

export interface Found extends Answer {
  /** Episodes that are still to be indexed. */
  missing: number;
}

export interface FinderOrder extends IndexOrder {
  catalogue: Catalogue;
}

/** So many new episodes are waited for by who asks, and so long, ms. */
const few = 10;
const patience = 1500;
/** Of so many episodes that share words, those are chosen that share more than words. */
const mostKin = 12;
/** How often the catalogue is looked at by itself, ms; whoever asks looks at once. */
const pace = 50;
/** What nobody has asked for yet waits until a start has done what is more urgent, ms. */
const beforehand = 4000;
const afterFailure = 30_000;

/**
 * Keeps the index in step with the catalogue, which alone says what readers may see: the index holds what is
 * listed, as it is now, and an answer names nothing else.
 */
export function startFinder(order: FinderOrder): Finder {
  const { layout, catalogue, log } = order;
  /** The generation of the catalogue that the index was last compared with. */
  let compared = -1;
  let missing: string[] = [];
  let working: Promise<void> | null = null;
  let closing = false;
  let pause = beforehand;
  const thread = lastingIndex(order, () => {
    compared = -1;
    missing = [];
  });

  async function follow() {
    while (!closing && (catalogue.generation() !== compared || missing.length > 0)) {
      const slug = catalogue.generation() === compared ? missing.shift() : undefined;
      if (slug === undefined) await compare();
      else await takeOrTell(slug);
    }
    await thread.tell({ do: 'settle' });
  }
  async function compare() {
    compared = catalogue.generation();
    // The oldest first: rows are numbered by date, and the index grows fastest at its end.
    const listed = catalogue
      .episodes()
      .toReversed()
      .map((episode) => ({
        slug: episode.slug,
        key: keyOf(episode),
      }));
    missing = await thread.tell({ do: 'keep only', episodes: listed }).catch((error: unknown) => {
      compared = -1;
      throw error;
    });
  }
  /** What is wrong with one episode keeps no other from being found. */
  async function takeOrTell(slug: string) {
    try {
      await take(slug);
    } catch (error) {
      if (compared === -1 || closing) return;
      log.error({ err: error }, `${slug}: what is said in it could not be indexed.`);
    }
  }
  async function take(slug: string) {
    const episode = listedNow(slug);
    if (episode === undefined) return;
    const transcript = episode.transcript && publishedTranscript(layout, slug, episode.transcript);
    // Where it is not there it is being made again, and the catalogue changes when it is.
    const put = await thread.tell({ do: 'put', about: aboutOf(episode), transcript });
    if (put === 'part') log.info(`${slug}: too long for all that is said in it to be found.`);
  }
  function listedNow(slug: string): Episode | undefined {
    const episode = catalogue.episode(slug);
    return episode?.unlisted ? undefined : episode;
  }

  /** Brings the index up to date; whoever calls while that goes on waits for the same. */
  function catchUp(): Promise<void> {
    if (catalogue.generation() === compared && missing.length === 0 && working === null) {
      return Promise.resolve();
    }
    working ??= follow()
      .catch(fail)
      .finally(() => {
        working = null;
      });
    return working;
  }
  const fail = (error: unknown) => {
    pause = afterFailure;
    if (!closing) log.error({ err: error }, 'What is new could not be indexed; it is tried again.');
  };
  /** Nobody knows what an index lacks that has not been compared yet. */
  const howMany = () => (compared === -1 ? catalogue.episodes().length : missing.length);
  async function awaitFew() {
    const done = catchUp();
    if (compared === -1 || missing.length <= few) {
      await Promise.race([done, sleep(patience, null, { ref: false })]);
    }
  }
  const isReady = () =>
    catalogue.generation() === compared && missing.length === 0 && working === null;
  const kinOf = (slug: string) =>
    thread.tell({ do: 'related', slug, most: mostKin }).catch(() => null);
  const looking = new AbortController();
  const keepLooking = async () => {
    while (!looking.signal.aborted) {
      await sleep(pause, null, { signal: looking.signal, ref: false }).catch(() => {});
      pause = pace;
      if (!closing) await catchUp();
    }
  };
  const followed = keepLooking();
  const relatedTo = rememberRelated({ catalogue, isReady, kinOf });

  return {
    async ask(question) {
      await awaitFew();
      const answer = await thread.tell({ do: 'ask', question }).catch(cannotSearch);
      // What was taken back, or corrected, since the index was asked.
      const hits = answer.hits.filter(({ slug, key }) => {
        const episode = listedNow(slug);
        return episode !== undefined && keyOf(episode) === key;
      });
      const total = answer.total - (answer.hits.length - hits.length);
      return { ...answer, hits, total, missing: howMany() };
    },
    suggest: (asked, isTyping) =>
      thread.tell({ do: 'suggest', asked, isTyping }).catch(cannotSearch),
    async complete(asked, most) {
      await awaitFew();
      // Whoever is still writing is not told what is wrong; whoever asks is.
      return thread.tell({ do: 'complete', asked, most }).catch(() => []);
    },
    isReady,
    speaking: (name, slugs) => thread.tell({ do: 'speaking', name, slugs }).catch(() => null),
    related: relatedTo,
    async caughtUp() {
      while (!closing && (catalogue.generation() !== compared || missing.length > 0 || working)) {
        await catchUp();
        await sleep(pace);
      }
    },
    async close() {
      closing = true;
      looking.abort();
      await followed;
      await thread.close();
    },
  };
}

function cannotSearch(error: unknown): never {
  const remedy = 'Everything else works. The server’s log says why.';
  throw new AlongsideError('search_unavailable', 'The search cannot be used.', { remedy }, error);
}
