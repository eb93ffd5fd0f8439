import type { PersonSaid } from './person.ts';

/** Everyone the show knows, found by any of their names. */
export interface People {
  byName: ReadonlyMap<string, KnownPerson>;
  /** Names that fit several people, and so stand for none of them. */
  doubtful: ReadonlyMap<string, KnownPerson[]>;
}

export interface KnownPerson extends PersonSaid {
  /** Labels in transcripts and other names. */
  aliases: string[];
}

/** A show that knows nobody. */
export const nobody: People = { byName: new Map(), doubtful: new Map() };

/**
 * People by their names and aliases. What one person is called counts before what another is also called;
 * a name or an alias that fits two people stands for neither.
 */
export function peopleBy(known: KnownPerson[]): People {
  const byName = new Map<string, KnownPerson>();
  const doubtful = new Map<string, KnownPerson[]>();
  for (const [name, claims] of claimsOn(known)) {
    const called = claims.filter(({ alias }) => alias === null);
    const fitting = new Set((called.length > 0 ? called : claims).map(({ person }) => person));
    const people = Array.from(fitting, (at) => known[at] as KnownPerson);
    if (people.length === 1) byName.set(name, people[0] as KnownPerson);
    else doubtful.set(name, people);
  }
  return { byName, doubtful };
}

/** Who claims a name: the person's place in the list, and the alias's place in theirs, if it is one. */
export interface Claim {
  person: number;
  alias: number | null;
}

/** Every name and alias as it is compared, with all who claim it, each person once. */
export function claimsOn(known: KnownPerson[]): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const [person, { name, aliases }] of known.entries()) {
    for (const [at, text] of [name, ...aliases].entries()) {
      const key = nameKey(text);
      const before = claims.get(key) ?? [];
      if (before.at(-1)?.person === person) continue;
      before.push({ person, alias: at === 0 ? null : at - 1 });
      claims.set(key, before);
    }
  }
  return claims;
}

export function findPerson(people: People, name: string): KnownPerson | null {
  return people.byName.get(nameKey(name)) ?? null;
}

/** Those a name may be where it fits several; none where it is clear, or nobody's. */
export function doubtsAbout(people: People, name: string): KnownPerson[] {
  return people.doubtful.get(nameKey(name)) ?? [];
}

/** A name as names are compared: `RICH  BOWEN` is Rich Bowen. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
