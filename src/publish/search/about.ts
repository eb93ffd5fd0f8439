import type { Episode } from '../../episode/episode.ts';
import type { About } from '../../search/index/passage.ts';
import { hashOf } from '../../store/hash-file.ts';

/** What is found of an episode besides what is said in it. */
export function aboutOf(episode: Episode): About {
  const { slug, date, language, title, description, notes, people, tags, chapters } = episode;
  return {
    ...{ slug, key: keyOf(episode), date, language, title, description, notes, tags, chapters },
    duration: episode.audio.duration,
    people: people.map(({ name }) => name),
    speakers: episode.transcript?.speakers ?? [],
  };
}

/** Changes with everything about an episode that can be found. */
export function keyOf(episode: Episode): string {
  const known = keys.get(episode);
  if (known !== undefined) return known;
  const { slug, date, language, title, description, notes, people, tags, chapters } = episode;
  const names = people.map(({ name }) => name);
  const transcript = episode.transcript?.hash ?? null;
  const found = [
    slug,
    date,
    language,
    title,
    description,
    notes,
    names,
    tags,
    chapters,
    transcript,
    episode.audio.duration,
  ];
  const key = hashOf(JSON.stringify(found)).slice(0, 32);
  keys.set(episode, key);
  return key;
}

/** An episode is a new object whenever anything about it changes. */
const keys = new WeakMap<Episode, string>();
