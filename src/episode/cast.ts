import { describePeople, isHost, type Known, peopleOfShow } from './describe-people.ts';
import { findPerson, nameKey, type People } from './people.ts';
import { justNamed, type Person, type PersonSaid } from './person.ts';
import type { Speaker } from './transcript.ts';

/** What is said about who is heard in an episode, before anyone is looked up. */
export interface Cast {
  /** Label → name, as the publisher says it for this episode. */
  named: Record<string, string>;
  /** Label → name, as the opening lets us guess. */
  guessed: Record<string, string>;
  /** Those the publisher lists for this episode; null without a list. */
  people: PersonSaid[] | null;
}

/** Who is heard in an episode, as readers are told. */
export interface Heard {
  /** Every label of the transcript with the name to show. */
  speakers: Speaker[];
  people: Person[];
}

/**
 * Looks up who is heard in an episode.
 *
 * @param speakers the transcript's, with the names it has itself
 */
export function whoIsHeard(cast: Cast, speakers: Speaker[], known: Known): Heard {
  const named = nameLabels(cast, speakers, known.people);
  return {
    speakers: named.map(({ label, name }) => ({ label, name })),
    people:
      cast.people === null
        ? peopleNamed(namesAmong(named), known)
        : peopleListed(cast.people, known),
  };
}

/** A label with its name and where that is from. */
export interface NamedLabel extends Speaker {
  from: 'publisher' | 'people' | 'guess' | 'transcript';
  /** Whether what stands for a name is a mark, such as an initial, and nobody's name. */
  isMark: boolean;
}

/**
 * A label is who the episode's publisher says, else whom the show knows by it, else whom the opening lets
 * us guess, else itself. One that is said to be itself stays as it is; a guess must be nobody else's name.
 */
export function nameLabels(cast: Cast, speakers: Speaker[], people: People): NamedLabel[] {
  const named = speakers.map((speaker) => nameLabel(speaker, cast, people));
  const sure = named.filter(({ from }) => from === 'publisher' || from === 'people');
  const taken = new Set(sure.map(({ name }) => nameKey(name)));
  return named.map((one) => {
    if (one.from !== 'transcript') return one;
    const guess = saidOf(cast.guessed, one.label);
    const name = guess === undefined ? null : (findPerson(people, guess)?.name ?? guess);
    return name === null || taken.has(nameKey(name)) ? one : isPerson(one.label, name, 'guess');
  });
}

function nameLabel({ label, name }: Speaker, cast: Cast, people: People): NamedLabel {
  const said = saidOf(cast.named, label);
  if (said === label) return { label, name: label, from: 'publisher', isMark: isMark(label) };
  if (said !== undefined) {
    return isPerson(label, findPerson(people, said)?.name ?? said, 'publisher');
  }
  const found = findPerson(people, label) ?? findPerson(people, name);
  if (found !== null) return isPerson(label, found.name, 'people');
  return { label, name, from: 'transcript', isMark: isMark(name) };
}

function isPerson(label: string, name: string, from: NamedLabel['from']): NamedLabel {
  return { label, name, from, isMark: false };
}

function saidOf(names: Record<string, string>, label: string): string | undefined {
  return Object.hasOwn(names, label) ? names[label] : undefined;
}

/** A label of one or two letters marks somebody without naming them; two Chinese signs are a name. */
function isMark(name: string): boolean {
  return name.length <= 2 && !/\p{Lo}/u.test(name);
}

function namesAmong(named: NamedLabel[]): PersonSaid[] {
  const host = introducer(named);
  return named
    .filter((one) => !one.isMark)
    .map(({ label, name }) => ({ ...justNamed(name), role: label === host ? 'host' : null }));
}

/** The label of whoever speaks first and says who both are, as a host does; null where nobody does. */
function introducer([first, ...others]: NamedLabel[]): string | null {
  const introduces = first?.from === 'guess' && others.some(({ from }) => from === 'guess');
  return introduces ? first.label : null;
}

/** Those the transcript names, and the show's hosts; without names, everyone of the show. */
function peopleNamed(named: PersonSaid[], known: Known): Person[] {
  const ofShow = peopleOfShow(known);
  if (named.length === 0) return ofShow;
  // Their names are looked up already: one that was to stay as it is must not become another's.
  const find = (name: string) => {
    const found = findPerson(known.people, name);
    return found !== null && nameKey(found.name) === nameKey(name) ? found : null;
  };
  return withHosts(describePeople(named, ofShow, find), ofShow);
}

/** Those the publisher lists, and the show's hosts unless the list has a host, or nobody. */
function peopleListed(listed: PersonSaid[], known: Known): Person[] {
  const ofShow = peopleOfShow(known);
  const people = describePeople(listed, ofShow, (name) => findPerson(known.people, name));
  return people.length === 0 || people.some(isHost) ? people : withHosts(people, ofShow);
}

function withHosts(people: Person[], ofShow: Person[]): Person[] {
  const there = new Set(people.map(({ name }) => nameKey(name)));
  const hosts = ofShow.filter((person) => isHost(person) && !there.has(nameKey(person.name)));
  return [...hosts, ...people];
}
