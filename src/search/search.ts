import type { Speaking } from '../episode/speaking.ts';
import type { Transcript } from '../episode/transcript.ts';
import { type Hit, hitsOf } from './excerpt/hit.ts';
import { findRows } from './find.ts';
import { forgetCounts, newLexicon, writeCounts } from './index/lexicon.ts';
import { closeDatabase, openDatabase } from './index/open.ts';
import type { About, Part } from './index/passage.ts';
import { entryOf, putEntry } from './index/put.ts';
import { removeEpisode } from './index/remove.ts';
import { speakingOf } from './index/speaking.ts';
import { beginningWith, hasCompound, isSaid, withStem } from './index/vocabulary.ts';
import { formsOf, type Vocabulary } from './query/forms.ts';
import { parseQuery } from './query/parse.ts';
import type { Query } from './query/query.ts';
import { complete, suggest } from './query/suggest.ts';
import { remarksOnSpeakers } from './query/unknown-speakers.ts';
import type { Place } from './rank.ts';
import { findRelated, type Kin } from './related.ts';
import { stemmerName } from './words/stem.ts';

/** A question to the index. */
export interface Question {
  /** As somebody wrote it. */
  asked: string;
  /** What is said, or what episodes are called and about. */
  part: Part;
  /** Whether the last word may be only begun. */
  isTyping?: boolean;
  /** Where the page before stopped; null for the first. */
  from?: Place | null;
  /** Hits on a page. */
  most: number;
}

export interface Answer {
  /** Passages in all, as far as they were counted. */
  total: number;
  /** Whether there may be more than were counted. */
  isAtLeast: boolean;
  hits: Hit[];
  /** Where the next page goes on; null after the last. */
  next: Place | null;
  /** Plain sentences: what of the question was left out, and why. */
  remarks: string[];
}

/** What is indexed of an episode, as a name that changes with it. */
export interface Indexed {
  slug: string;
  key: string;
}

/** The index over everything that was said. One thread uses it; every call is finished when it returns. */
export interface Search {
  /** Leaves nothing in the index but these, and tells which of them it does not know, or not as they are. */
  keepOnly(episodes: Indexed[]): string[];
  /** @returns whether there was room for all that is said in it */
  put(about: About, transcript: Transcript | null): boolean;
  /** Writes down what questions do not see yet, while many episodes are taken in. */
  settle(): void;
  ask(question: Question): Answer;
  /** A question that would find something, where this one finds nothing; null where there is none. */
  suggest(asked: string, isTyping: boolean): string | null;
  /** A question that is being written, its last word finished in as many ways, the most used first. */
  complete(asked: string, most: number): string[];
  /** How much somebody says in all episodes, and in each of some. */
  speaking(name: string, slugs: string[]): Speaking;
  /** Other episodes in which much the same is said, those first that are closest. */
  related(slug: string, most: number): Kin[];
  close(): void;
}

/** The index cannot be used any more: what waited to be written to disk is lost. */
export class IndexError extends Error {}

/** Words that something begun may be. */
const mostBegun = 20;
/** Episodes that are written to disk together while many are taken in, and how long one waits for others, ms. */
const together = 400;
const patience = 15_000;
/** Different words of one episode. */
const fewWords = 8000;

/**
 * Opens the index.
 *
 * @param file absolute path, or `:memory:`
 * @throws what SQLite says where the file is damaged, in use elsewhere, or cannot be written
 */
export function openSearch(file: string): Search {
  const database = openDatabase(file);
  let waiting = 0;
  /** Words of the episodes that wait to be written to disk: most of them are in all of these. */
  const lexicon = newLexicon();
  let timer: NodeJS.Timeout | undefined;
  let languages: string[] | null = null;
  let counted = 0;
  const vocabulary: Vocabulary = {
    get languages() {
      languages ??= languagesIn();
      return languages;
    },
    beginningWith: (beginning) => beginningWith(database, beginning, mostBegun),
    withStem: (stem, language) => withStem(database, stem, language),
    isSaid: (word) => isSaid(database, word),
    hasCompound: (compound) => hasCompound(database, compound),
  };

  function languagesIn(): string[] {
    const found = database.prepare('select distinct language from episode').all() as {
      language: string;
    }[];
    return [...new Set(found.map(({ language }) => stemmerName(language)))];
  }
  /** Searches see what is not on disk yet; so a disk is not waited for after every episode of many. */
  function change(what: () => void) {
    if (waiting === 0) {
      database.exec('begin');
      timer = setTimeout(writeDown, patience).unref();
    }
    waiting += 1;
    languages = null;
    try {
      what();
      if (waiting >= together) writeDown();
    } catch (error) {
      giveUp();
      throw new IndexError(`the search index could not be written: ${error}`, { cause: error });
    }
  }
  /** What was being done is half done, and what was done before is not on disk: none of it counts. */
  function giveUp() {
    clearTimeout(timer);
    waiting = 0;
    forgetCounts(lexicon);
    try {
      database.exec('rollback');
    } catch {
      // A full disk has rolled it back already.
    }
  }
  /** While many episodes are taken in, questions do not stop to write down words after each of them. */
  function countIfCheap() {
    const isMuch = lexicon.unwritten.length > fewWords;
    if (isMuch && performance.now() - counted < patience) return;
    writeCounts(database, lexicon);
    counted = performance.now();
  }
  function writeDown() {
    if (waiting === 0) return;
    clearTimeout(timer);
    waiting = 0;
    writeCounts(database, lexicon);
    database.exec('commit');
  }

  return {
    keepOnly(episodes) {
      const wanted = new Map(episodes.map(({ slug, key }) => [slug, key]));
      const known = database.prepare('select slug, key from episode').all() as Indexed[];
      for (const { slug } of known.filter((one) => !wanted.has(one.slug))) {
        change(() => removeEpisode(database, slug, lexicon));
      }
      const same = new Set(known.filter((one) => wanted.get(one.slug) === one.key).map(slugOf));
      return episodes.map(slugOf).filter((slug) => !same.has(slug));
    },
    put(about, transcript) {
      const entry = entryOf(about, transcript);
      change(() => putEntry(database, entry, lexicon));
      return entry.isWhole;
    },
    settle: () => writeCounts(database, lexicon),
    ask(question) {
      countIfCheap();
      const query = parseQuery(question.asked, question.isTyping);
      const answer = answerTo(query, question);
      const isLost = answer.total === 0 && question.part === 'said';
      const onSpeakers = isLost ? remarksOnSpeakers(database, query) : [];
      return { ...answer, remarks: [...query.remarks, ...onSpeakers] };
    },
    suggest(asked, isTyping) {
      countIfCheap();
      const better = suggest(database, asked, parseQuery(asked, isTyping));
      if (better === null) return null;
      const query = parseQuery(better, isTyping);
      const parts = ['said', 'about'] as const;
      return parts.some((part) => answerTo(query, { part, most: 1 }).total > 0) ? better : null;
    },
    complete(asked, most) {
      countIfCheap();
      return complete(database, asked, most);
    },
    speaking: (name, slugs) => speakingOf(database, name, slugs),
    related(slug, most) {
      writeCounts(database, lexicon);
      return findRelated(database, slug, most);
    },
    close() {
      writeDown();
      closeDatabase(database);
    },
  };

  function answerTo(
    query: Query,
    { part, from = null, most }: Pick<Question, 'part' | 'from' | 'most'>,
  ) {
    const all = query.all.map((wanted) => formsOf(wanted, vocabulary));
    const none = query.none.map((unwanted) => formsOf(unwanted, vocabulary));
    const { rows, ...found } = findRows(database, query, { all, none }, { part, from, most });
    return { ...found, hits: hitsOf(database, rows, all) };
  }
}

function slugOf({ slug }: Indexed): string {
  return slug;
}
