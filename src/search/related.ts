import type { Database } from './index/open.ts';

/** Another episode that is about much the same. */
export interface Kin {
  slug: string;
  /** Shared words by their weight, 0–1 of those that tell what this episode is about. */
  share: number;
}

/** Words that tell what an episode is about, at most. */
const mostTelling = 24;
/** A word tells it that is so many times as frequent in it as elsewhere. */
const leastRatio = 3;
/** Fewer shared words are chance, and so is a smaller share. */
const leastShared = 4;
const leastShare = 0.13;

/**
 * Other episodes in which the same things are said often that are said often in this one and seldom elsewhere,
 * those that share most first.
 *
 * @param most of them
 */
export function findRelated(database: Database, slug: string, most: number): Kin[] {
  const telling = tellingOf(database, slug);
  const whole = telling.reduce((sum, { weight }) => sum + weight, 0);
  const having = database.prepare(
    'select slug, count, passages from telling join episode on episode.id = telling.episode where word = ?',
  );
  const shared = new Map<string, { words: number; weight: number }>();
  for (const { word, weight, rate } of telling) {
    const others = having.all(word) as { slug: string; count: number; passages: number }[];
    for (const other of others) {
      if (other.slug === slug) continue;
      const known = shared.get(other.slug) ?? { words: 0, weight: 0 };
      known.words += 1;
      // Said half as often, it tells half as much.
      known.weight += weight * Math.min(1, other.count / other.passages / rate);
      shared.set(other.slug, known);
    }
  }
  return Array.from(shared, ([other, { words, weight }]) => ({
    ...{ slug: other, words, share: weight / whole },
  }))
    .filter(({ words, share }) => words >= leastShared && share >= leastShare)
    .sort((one, other) => other.share - one.share)
    .slice(0, most)
    .map(({ slug: other, share }) => ({ slug: other, share }));
}

interface Telling {
  word: string;
  weight: number;
  /** In so many of the episode's passages, 0–1. */
  rate: number;
}

function tellingOf(database: Database, slug: string): Telling[] {
  const episode = database.prepare('select id, passages from episode where slug = ?').get(slug) as
    | { id: number; passages: number }
    | undefined;
  if (episode === undefined) return [];
  const { total } = database.prepare('select sum(passages) as total from episode').get() as {
    total: number;
  };
  const words = database
    .prepare(
      'select telling.word, count, sum(passages) as passages from telling join word on word.text = telling.word where episode = ? group by telling.word',
    )
    .all(episode.id) as { word: string; count: number; passages: number }[];
  return words
    .flatMap(({ word, count, passages }) => {
      const rate = count / episode.passages;
      const elsewhere = (passages - count) / (total - episode.passages);
      // What nobody else says leads nowhere.
      if (elsewhere <= 0 || rate / elsewhere < leastRatio) return [];
      return [{ word, rate, weight: Math.log(1 + count) * Math.log(rate / elsewhere) ** 2 }];
    })
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostTelling);
}
