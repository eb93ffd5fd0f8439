import { AlongsideError } from '../episode/error.ts';
import { findPerson } from '../episode/people.ts';
import { type Archive, type ArchiveKind, archivesOf } from '../render/archives.ts';
import { paths, segment } from '../render/site.ts';
import type { Context } from './context.ts';

/**
 * The listed episodes of a year or a season, with a tag or with a person.
 *
 * @param asked the tag or the name, as it stands in an address
 * @throws AlongsideError `not_found`
 */
export function findArchive({ catalogue }: Context, kind: ArchiveKind, asked: string): Archive {
  const archives = archivesOf(kind, catalogue.show(), catalogue.episodes());
  const found = archives.get(segment(asked));
  if (found !== undefined) return found;
  throw new AlongsideError('not_found', 'There is nothing here.', {
    remedy: 'Go to the front page and look for it there.',
  });
}

/** The path under which somebody is found who was renamed: the old name is an alias. Null where nobody was. */
export function movedPerson({ catalogue }: Context, asked: string): string | null {
  const people = archivesOf('person', catalogue.show(), catalogue.episodes());
  if (people.has(segment(asked))) return null;
  const known = findPerson(catalogue.known().people, wordsOf(asked));
  return known !== null && people.has(segment(known.name)) ? paths.person(known.name) : null;
}

/** The name a path segment was made of, as far as it shows. */
function wordsOf(segmentOfPath: string): string {
  return segmentOfPath.replaceAll('-', ' ');
}
