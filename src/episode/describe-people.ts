import { findPerson, type KnownPerson, nameKey, type People } from './people.ts';
import type { Person, PersonSaid } from './person.ts';

/** What the show knows about people. */
export interface Known {
  /** Those in every episode unless it says otherwise. */
  ofShow: PersonSaid[];
  /** Among whom every name is looked up. */
  people: People;
}

/** The people of the show, each in full. */
export function peopleOfShow({ ofShow, people }: Known): Person[] {
  return ofShow.map((said) => inFull(said, findPerson(people, said.name), null, 'host'));
}

/**
 * People in full, each once: what is said of them here, filled in with what the show knows of them.
 *
 * @param ofShow the people of the show, in full
 * @param find whom the show knows by a name
 */
export function describePeople(
  said: PersonSaid[],
  ofShow: Person[],
  find: (name: string) => KnownPerson | null,
): Person[] {
  const inShow = new Map(ofShow.map((person) => [nameKey(person.name), person]));
  const described = new Map<string, Person>();
  for (const one of said) {
    const found = find(one.name);
    const key = nameKey(found?.name ?? one.name);
    if (described.has(key)) continue;
    described.set(key, inFull(one, found, inShow.get(key) ?? null, 'guest'));
  }
  return [...described.values()];
}

export function isHost({ role }: Person): boolean {
  return role === 'host' || role === 'co-host';
}

/** @param role whose part somebody has where nobody says */
function inFull(
  said: PersonSaid,
  found: KnownPerson | null,
  inShow: Person | null,
  role: string,
): Person {
  return {
    name: found?.name ?? said.name,
    role: said.role ?? found?.role ?? inShow?.role ?? role,
    group: said.group ?? found?.group ?? inShow?.group ?? null,
    url: said.url ?? found?.url ?? inShow?.url ?? null,
    picture: said.picture ?? found?.picture ?? inShow?.picture ?? null,
    bio: said.bio ?? found?.bio ?? inShow?.bio ?? null,
  };
}
