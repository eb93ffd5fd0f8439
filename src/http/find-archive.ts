import type { Episode } from '../episode/episode.ts';
import { AlongsideError } from '../episode/error.ts';
import type { Person } from '../episode/person.ts';
import { paths, segment } from '../render/site.ts';
import type { Context } from './context.ts';

/** Episodes that have something in common. */
export interface Archive {
  kind: 'tag' | 'person';
  /** What names it in an address. */
  segment: string;
  /** As people write it. */
  heading: string;
  /** Path of its page. */
  path: string;
  person?: Person;
  /** Newest first. */
  episodes: Episode[];
}

/**
 * The listed episodes with a tag or with a person.
 *
 * @param asked the tag or the name, as it stands in an address
 * @throws AlongsideError `not_found`
 */
export function findArchive(context: Context, kind: Archive['kind'], asked: string): Archive {
  const wanted = segment(asked);
  const shared = kind === 'tag' ? tagIn(wanted) : personIn(wanted);
  const episodes = context.catalogue.episodes().filter((episode) => shared(episode) !== undefined);
  const found = episodes[0] && shared(episodes[0]);
  if (found === undefined) {
    throw new AlongsideError('not_found', 'There is nothing here.', {
      remedy: 'Go to the front page and look for it there.',
    });
  }
  const path = kind === 'tag' ? paths.tag(found.heading) : paths.person(found.heading);
  return { kind, segment: wanted, path, episodes, ...found };
}

type Shared = (episode: Episode) => { heading: string; person?: Person } | undefined;

function tagIn(wanted: string): Shared {
  return ({ tags }) => {
    const heading = tags.find((one) => segment(one) === wanted);
    return heading === undefined ? undefined : { heading };
  };
}

function personIn(wanted: string): Shared {
  return ({ people }) => {
    const person = people.find(({ name }) => segment(name) === wanted);
    return person && { heading: person.name, person };
  };
}
